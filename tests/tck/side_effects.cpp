#include "tests/tck/side_effects.hpp"

#include <algorithm>

#include "tests/tck/graph_values.hpp"

namespace hearsay::tck {

namespace {

using graphs::PropertyGraph;

void add_properties(bool of_node, std::uint32_t element, const graphs::Properties& properties,
                    const PropertyGraph& graph, GraphState& state) {
    for (const auto& [key, value] : properties) {
        state.properties.insert(
            {of_node, element, std::string(graph.name(key)), text_of(seen(value, graph))});
    }
}

template <class Set>
void count(const std::string& what, const Set& before, const Set& after, SideEffects& effects) {
    const auto only_in = [](const Set& set, const Set& other) {
        return static_cast<std::size_t>(
            std::count_if(set.begin(), set.end(), [&](const auto& each) { return !other.contains(each); }));
    };
    if (const std::size_t more = only_in(after, before)) effects["+" + what] = more;
    if (const std::size_t fewer = only_in(before, after)) effects["-" + what] = fewer;
}

}  // namespace

GraphState state_of(const PropertyGraph& graph) {
    GraphState state;
    for (std::uint32_t i = 0; i < graph.vertex_capacity(); ++i) {
        const graphs::VertexId vertex{i};
        if (!graph.alive(vertex)) continue;
        state.nodes.insert(i);
        for (const auto label : graph.labels(vertex)) {
            state.labels.emplace(graph.name(label));
            state.labels_of[i].emplace(graph.name(label));
        }
        add_properties(true, i, graph.properties(vertex), graph, state);
    }
    for (std::uint32_t i = 0; i < graph.edge_capacity(); ++i) {
        const graphs::EdgeId edge{i};
        if (!graph.alive(edge)) continue;
        state.relationships.insert(i);
        add_properties(false, i, graph.properties(edge), graph, state);
    }
    return state;
}

SideEffects side_effects(const GraphState& before, const GraphState& after) {
    SideEffects effects;
    count("nodes", before.nodes, after.nodes, effects);
    count("relationships", before.relationships, after.relationships, effects);
    count("labels", before.labels, after.labels, effects);
    count("properties", before.properties, after.properties, effects);
    return effects;
}

}  // namespace hearsay::tck
