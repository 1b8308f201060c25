#include "tests/fuzz/random_queries/make_graph.hpp"

namespace hearsay::random_queries {

Value make_value(Dice& dice, const std::string& key) {
    static const std::vector<std::string> texts{"", "a", "b", "ab", "ba", "A", "abc"};
    if (key == "i") return dice.between(-1, 4);
    if (key == "f") return dice.between(-2, 4) + 0.5;
    if (key == "s") return dice.of(texts);
    if (key == "b") return dice.chance(50);
    if (key == "l") {
        List list;
        for (int i = dice.between(0, 3); i > 0; --i) list.emplace_back(dice.between(0, 3));
        return list;
    }
    return make_value(dice, all_keys[dice.below(all_keys.size() - 1)]);
}

Graph make_graph(Dice& dice) {
    Graph graph;
    const auto properties = [&] {
        Map map;
        for (const auto& key : all_keys) {
            if (dice.chance(45)) map[key] = make_value(dice, key);
        }
        return map;
    };
    const int nodes = dice.between(0, dice.chance(80) ? 6 : 1);
    for (int i = 0; i < nodes; ++i) {
        Node node;
        for (const auto& label : all_labels) {
            if (dice.chance(40)) node.labels.insert(label);
        }
        node.properties = properties();
        graph.nodes.push_back(std::move(node));
    }
    if (nodes == 0) return graph;
    for (int i = dice.between(0, 9); i > 0; --i) {
        Edge edge;
        edge.from = dice.below(graph.nodes.size());
        edge.to = dice.below(graph.nodes.size());
        edge.type = dice.of(all_types);
        edge.properties = properties();
        graph.edges.push_back(std::move(edge));
    }
    return graph;
}

}  // namespace hearsay::random_queries
