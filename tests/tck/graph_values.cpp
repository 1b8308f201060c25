#include "tests/tck/graph_values.hpp"

#include <stdexcept>

#include "graphs/values/value_text.hpp"

namespace hearsay::tck {

using graphs::Kind;
using graphs::PropertyGraph;
using graphs::Value;

namespace {

KitMap seen(const graphs::Properties& properties, const PropertyGraph& graph) {
    KitMap map;
    for (const auto& [key, value] : properties) map[std::string(graph.name(key))] = tck::seen(value, graph);
    return map;
}

// What a deleted element was is gone; a query may still hand it out.
KitNode seen(graphs::VertexId vertex, const PropertyGraph& graph) {
    KitNode node;
    if (!graph.alive(vertex)) return node;
    for (const auto label : graph.labels(vertex)) node.labels.emplace_back(graph.name(label));
    node.properties = seen(graph.properties(vertex), graph);
    return node;
}

KitRelationship seen(graphs::EdgeId edge, const PropertyGraph& graph) {
    KitRelationship relationship;
    relationship.type = graph.name(graph.type(edge));
    if (graph.alive(edge)) relationship.properties = seen(graph.properties(edge), graph);
    return relationship;
}

KitPath seen(const graphs::Path& path, const PropertyGraph& graph) {
    KitPath kit;
    for (const auto vertex : path.vertices) kit.nodes.push_back(seen(vertex, graph));
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
        kit.relationships.push_back(seen(path.edges[i], graph));
        kit.forth.push_back(graph.source(path.edges[i]) == path.vertices[i]);
    }
    return kit;
}

// The value of each kind in the notation.
struct Giver {
    Value operator()(std::monostate) const { return {}; }
    Value operator()(bool value) const { return value; }
    Value operator()(std::int64_t value) const { return value; }
    Value operator()(double value) const { return value; }
    Value operator()(const std::string& value) const { return value; }
    Value operator()(const std::vector<KitValue>& items) const {
        graphs::List list;
        for (const auto& item : items) list.push_back(value_of(item));
        return list;
    }
    Value operator()(const KitMap& entries) const {
        graphs::Map map;
        for (const auto& [key, value] : entries) map[key] = value_of(value);
        return map;
    }
    template <class Element>
    Value operator()(const Element&) const {
        throw std::runtime_error("a node, relationship or path cannot be given from outside");
    }
};

}  // namespace

KitValue seen(const Value& value, const PropertyGraph& graph) {
    switch (value.kind()) {
        case Kind::Null:
            return {};
        case Kind::Boolean:
            return {value.boolean()};
        case Kind::Integer:
            return {value.integer()};
        case Kind::Float:
            return {value.floating()};
        case Kind::String:
            return {std::string(value.string())};
        case Kind::List: {
            std::vector<KitValue> items;
            for (const auto& item : value.list()) items.push_back(seen(item, graph));
            return {std::move(items)};
        }
        case Kind::Map: {
            KitMap map;
            for (const auto& [key, item] : value.map()) map[key] = seen(item, graph);
            return {std::move(map)};
        }
        case Kind::Vertex:
            return {seen(value.vertex(), graph)};
        case Kind::Edge:
            return {seen(value.edge(), graph)};
        case Kind::Path:
            return {seen(value.path(), graph)};
        default:  // instants and durations
            return {engine::builtins::text_of(value)};
    }
}

Value value_of(const KitValue& value) {
    return std::visit(Giver(), value.is);
}

}  // namespace hearsay::tck
