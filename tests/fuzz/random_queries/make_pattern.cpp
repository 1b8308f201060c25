#include <algorithm>

#include "tests/fuzz/random_queries/make_graph.hpp"
#include "tests/fuzz/random_queries/make_query.hpp"

namespace hearsay::random_queries {

void QueryMaker::give_properties(KeyValues& properties) {
    const std::string& key = dice_.of(all_keys);
    if (key == "i" && dice_.chance(40)) {
        properties.emplace_back(key, expression(Type::Integer, 1));  // of what is bound by an earlier clause
    } else {
        properties.emplace_back(key, dice_.chance(4) ? literal_of({}) : literal_of(make_value(dice_, key)));
    }
}

NodePattern QueryMaker::node(bool may_bind, Scope& bound_here) {
    NodePattern made;
    Scope here;
    for (const auto& each : bound_here) {
        if (each.type == Type::Node) here.push_back(each);
    }
    const Scope outer = of_type(Type::Node);
    if (!outer.empty() && dice_.chance(40)) {
        made.name = dice_.of(outer).name;
    } else if (!here.empty() && dice_.chance(15)) {
        made.name = dice_.of(here).name;
    } else if (may_bind && dice_.chance(70)) {
        made.name = fresh("n");
        bound_here.push_back({made.name, Type::Node});
    }
    if (dice_.chance(35)) made.labels.push_back(dice_.chance(3) ? "Nowhere" : dice_.of(all_labels));
    if (dice_.chance(8)) made.labels.push_back(dice_.of(all_labels));
    if (dice_.chance(12)) give_properties(made.properties);
    return made;
}

RelationshipPattern QueryMaker::relationship(bool may_bind, Scope& bound_here) {
    RelationshipPattern made;
    made.way = dice_.between(-1, 1);
    while (dice_.chance(made.types.empty() ? 45 : 25))
        made.types.push_back(dice_.chance(3) ? "NONE" : dice_.of(all_types));
    if (dice_.chance(10)) give_properties(made.properties);
    if (dice_.chance(18)) {
        made.is_walk = true;
        if (dice_.chance(60)) made.least = dice_.between(0, 2);
        if (dice_.chance(70)) made.most = made.least.value_or(1) + dice_.between(0, 2);
        if (may_bind && dice_.chance(30)) {
            made.name = fresh("w");
            bound_here.push_back({made.name, Type::Walk});
        }
        return made;
    }
    const Scope outer = of_type(Type::Edge);
    const auto is_here = [&](const std::string& name) {
        return std::any_of(bound_here.begin(), bound_here.end(),
                           [&](const auto& each) { return each.name == name; });
    };
    if (!outer.empty() && dice_.chance(10)) {
        const std::string name = dice_.of(outer).name;
        if (!is_here(name)) {
            made.name = name;
            bound_here.push_back({name, Type::Edge});
        }
    } else if (may_bind && dice_.chance(50)) {
        made.name = fresh("r");
        bound_here.push_back({made.name, Type::Edge});
    }
    return made;
}

Path QueryMaker::path(int relationships, bool may_bind, Scope& bound_here) {
    Path made;
    made.nodes.push_back(node(may_bind, bound_here));
    for (int i = 0; i < relationships; ++i) {
        made.relationships.push_back(relationship(may_bind, bound_here));
        made.nodes.push_back(node(may_bind, bound_here));
    }
    if (may_bind && dice_.chance(12)) {
        made.name = fresh("p");
        bound_here.push_back({made.name, Type::Path});
    }
    return made;
}

Path QueryMaker::shortest_path(Scope& bound_here) {
    Path made;
    made.of = dice_.chance(50) ? Path::Of::Shortest : Path::Of::AllShortest;
    made.nodes.push_back(node(true, bound_here));
    RelationshipPattern walk = relationship(false, bound_here);
    walk.name = "";
    walk.is_walk = true;
    walk.least = dice_.chance(30) ? std::optional(dice_.between(0, 2)) : std::nullopt;
    walk.most = dice_.chance(40) ? std::optional(walk.least.value_or(1) + dice_.between(0, 3)) : std::nullopt;
    made.relationships.push_back(std::move(walk));
    made.nodes.push_back(node(true, bound_here));
    made.name = fresh("p");
    bound_here.push_back({made.name, made.of == Path::Of::Shortest ? Type::Shortest : Type::Path});
    return made;
}

// The patterns of a MATCH, or of an EXISTS or COUNT. What they bind comes into scope.
std::vector<Path> QueryMaker::paths(bool in_expression) {
    std::vector<Path> made;
    Scope bound;
    if (!in_expression && dice_.chance(8)) {
        made.push_back(shortest_path(bound));
    } else {
        const int count = dice_.chance(70) ? 1 : 2;
        for (int i = 0; i < count; ++i)
            made.push_back(path(dice_.chance(30)   ? 0
                                : dice_.chance(70) ? 1
                                                   : dice_.between(2, 3),
                                true, bound));
    }
    for (const auto& each : bound) {
        const auto same_name = [&](const Variable& other) { return other.name == each.name; };
        if (std::none_of(scope_.begin(), scope_.end(), same_name)) scope_.push_back(each);
    }
    return made;
}

}  // namespace hearsay::random_queries
