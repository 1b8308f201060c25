#include "tests/fuzz/random_queries/oracle.hpp"

namespace hearsay::random_queries {
namespace {

bool can_be_stored(const Value& value) {
    if (value.as<Map>() != nullptr || value.as<NodeRef>() != nullptr || value.as<EdgeRef>() != nullptr ||
        value.as<PathRef>() != nullptr)
        return false;
    if (const auto* list = value.as<List>()) {
        for (const Value& each : *list) {
            if (each.is_null() || each.as<List>() != nullptr || !can_be_stored(each)) return false;
        }
    }
    return true;
}

void store(Map& properties, const std::string& key, const Value& value) {
    if (value.is_null()) {
        properties.erase(key);
        return;
    }
    if (!can_be_stored(value)) throw Failure("not a value of a property");
    properties[key] = value;
}

}  // namespace

std::size_t Oracle::alive_node(const Value& value) {
    const auto* node = value.as<NodeRef>();
    if (node == nullptr) throw Failure("not a node");
    if (graph_.nodes[node->index].deleted) throw Failure("the node is deleted");
    return node->index;
}

Map Oracle::stored(const KeyValues& properties, const Row& row, bool merging) {
    Map all;
    for (const auto& [key, expression] : properties) {
        const Value value = evaluate(expression, row);
        if (merging && value.is_null()) throw Failure("null in MERGE");
        store(all, key, value);
    }
    return all;
}

// All properties are worked out before anything is made.
std::vector<Oracle::NewProperties> Oracle::evaluate_new(const std::vector<Path>& paths, const Row& row,
                                                        bool merging) {
    std::vector<NewProperties> made;
    for (const Path& path : paths) {
        made.emplace_back();
        for (const auto& node : path.nodes)
            made.back().nodes.push_back(stored(node.properties, row, merging));
        for (const auto& each : path.relationships)
            made.back().edges.push_back(stored(each.properties, row, merging));
    }
    return made;
}

void Oracle::create(const std::vector<Path>& paths, const std::vector<NewProperties>& properties, Row& row) {
    for (std::size_t p = 0; p < paths.size(); ++p) {
        const Path& path = paths[p];
        PathRef made;
        for (std::size_t i = 0; i < path.nodes.size(); ++i) {
            const NodePattern& pattern = path.nodes[i];
            if (!pattern.name.empty() && row.contains(pattern.name)) {
                made.nodes.push_back(alive_node(row[pattern.name]));
                continue;
            }
            made.nodes.push_back(graph_.nodes.size());
            graph_.nodes.push_back({{pattern.labels.begin(), pattern.labels.end()}, properties[p].nodes[i]});
            if (!pattern.name.empty()) row[pattern.name] = NodeRef{made.nodes.back()};
        }
        for (std::size_t i = 0; i < path.relationships.size(); ++i) {
            const RelationshipPattern& pattern = path.relationships[i];
            Edge edge;
            edge.from = made.nodes[pattern.way < 0 ? i + 1 : i];
            edge.to = made.nodes[pattern.way < 0 ? i : i + 1];
            edge.type = pattern.types.at(0);
            edge.properties = properties[p].edges[i];
            made.edges.push_back(graph_.edges.size());
            graph_.edges.push_back(std::move(edge));
            if (!pattern.name.empty()) row[pattern.name] = EdgeRef{made.edges.back()};
        }
        if (!path.name.empty()) row[path.name] = made;
    }
}

Oracle::Rows Oracle::merge(const Clause& clause, const Row& row) {
    const Path& path = clause.paths[0];
    for (const NodePattern& node : path.nodes) {
        if (row.contains(node.name)) alive_node(row.at(node.name));
    }
    const auto properties = evaluate_new(clause.paths, row, true);
    Rows rows = match(clause.paths, std::nullopt, row);
    if (!rows.empty()) {
        for (const Row& each : rows) change(clause.changes, each, false);
        return rows;
    }
    Row made = row;
    create(clause.paths, properties, made);
    change(clause.on_create, made, false);
    return {made};
}

void Oracle::change(const std::vector<Change>& changes, const Row& row, bool remove) {
    for (const Change& each : changes) {
        const Value& element = row.at(each.name);
        const Value value = remove ? Value() : evaluate(each.value, row);
        if (element.is_null()) continue;
        Map* properties = nullptr;
        if (const auto* edge = element.as<EdgeRef>()) {
            if (graph_.edges[edge->index].deleted) throw Failure("the relationship is deleted");
            properties = &graph_.edges[edge->index].properties;
        } else {
            properties = &graph_.nodes[alive_node(element)].properties;
        }
        switch (each.what) {
            case Change::What::Property:
                store(*properties, each.key, value);
                break;
            case Change::What::Labels:
                for (const auto& label : each.labels) {
                    auto& labels = graph_.nodes[alive_node(element)].labels;
                    remove ? static_cast<void>(labels.erase(label)) : static_cast<void>(labels.insert(label));
                }
                break;
            case Change::What::AddMap:
            case Change::What::ReplaceByMap: {
                Map map;
                if (const auto* given = value.as<Map>()) {
                    map = *given;
                } else if (value.as<NodeRef>() != nullptr || value.as<EdgeRef>() != nullptr) {
                    map = *call("properties", {value}).as<Map>();
                } else {
                    throw Failure("not a map");
                }
                if (each.what == Change::What::ReplaceByMap) properties->clear();
                for (const auto& [key, entry] : map) store(*properties, key, entry);
                break;
            }
        }
    }
}

void Oracle::erase(const Value& value, bool detach) {
    if (value.is_null()) return;
    if (const auto* edge = value.as<EdgeRef>()) {
        graph_.edges[edge->index].deleted = true;
    } else if (const auto* node = value.as<NodeRef>()) {
        graph_.nodes[node->index].deleted = true;
        if (!detach) return;
        for (Edge& each : graph_.edges) {
            if (each.from == node->index || each.to == node->index) each.deleted = true;
        }
    } else if (const auto* path = value.as<PathRef>()) {
        for (const std::size_t each : path->edges) erase(EdgeRef{each}, detach);
        for (const std::size_t each : path->nodes) erase(NodeRef{each}, detach);
    } else {
        throw Failure("cannot be deleted");
    }
}

void Oracle::check_nothing_hangs() {
    for (const Edge& edge : graph_.edges) {
        if (!edge.deleted && (graph_.nodes[edge.from].deleted || graph_.nodes[edge.to].deleted))
            throw Failure("the node still has relationships");
    }
}

}  // namespace hearsay::random_queries
