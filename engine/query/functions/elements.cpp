// Functions on nodes, relationships and paths.
#include "engine/query/expressions/error.hpp"
#include "engine/query/functions/families.hpp"

namespace hearsay::engine::builtins {
namespace {

using graphs::Kind;
using graphs::List;
using graphs::Map;

// Nothing can be asked of a deleted element but its id, its type and its ends.
template <class Element>
void require_there(Element element, const Arguments& arguments) {
    if (!arguments.context().is_there(element)) expressions::fail_deleted(arguments.site().span, element);
}

template <class Element>
Map map_of(Element element, const Arguments& arguments) {
    require_there(element, arguments);
    const graphs::PropertyGraph& graph = arguments.graph();
    Map map;
    for (auto& [key, value] : graph.properties(element)) map.emplace(graph.name(key), std::move(value));
    return map;
}

template <class Element>
List keys_of(Element element, const Arguments& arguments) {
    require_there(element, arguments);
    const graphs::PropertyGraph& graph = arguments.graph();
    List names;
    for (const auto& [key, value] : graph.properties(element)) names.emplace_back(graph.name(key));
    return names;
}

template <class Id>
std::optional<Column> numbers_of(const std::vector<Id>& elements) {
    std::vector<std::int64_t> numbers(elements.size());
    for (std::size_t row = 0; row < elements.size(); ++row) {
        if (elements[row].is_none()) return std::nullopt;
        numbers[row] = elements[row].value;
    }
    return Column(std::move(numbers));
}

// f(edge) of every row that has one.
template <class T, class F>
std::optional<Column> of_edges(const Column& column, F f) {
    const auto* edges = column.as<graphs::EdgeId>();
    if (!edges) return std::nullopt;
    std::vector<T> out(edges->size());
    for (std::size_t row = 0; row < edges->size(); ++row) {
        if (!(*edges)[row].is_none()) out[row] = f((*edges)[row]);
    }
    return Column(std::move(out));
}

}  // namespace

std::optional<Column> ids(const Column& elements, const graphs::PropertyGraph&) {
    if (const auto* vertices = elements.as<graphs::VertexId>()) return numbers_of(*vertices);
    if (const auto* edges = elements.as<graphs::EdgeId>()) return numbers_of(*edges);
    return std::nullopt;
}

std::optional<Column> types(const Column& relationships, const graphs::PropertyGraph& graph) {
    std::vector<Value> names(graph.type_count());  // each made once, then shared
    return of_edges<Value>(relationships, [&](graphs::EdgeId edge) {
        const graphs::TypeId type = graph.type(edge);
        if (names[type.value].is_null()) names[type.value] = graph.name(type);
        return names[type.value];
    });
}

std::optional<Column> start_nodes(const Column& relationships, const graphs::PropertyGraph& graph) {
    return of_edges<graphs::VertexId>(relationships, [&](graphs::EdgeId edge) { return graph.source(edge); });
}

std::optional<Column> end_nodes(const Column& relationships, const graphs::PropertyGraph& graph) {
    return of_edges<graphs::VertexId>(relationships, [&](graphs::EdgeId edge) { return graph.target(edge); });
}

Value id(const Arguments& arguments) {
    if (arguments[0].kind() == Kind::Vertex) return static_cast<std::int64_t>(arguments[0].vertex().value);
    if (arguments[0].kind() == Kind::Edge) return static_cast<std::int64_t>(arguments[0].edge().value);
    arguments.wrong_type(0, "a Node or a Relationship");
}

Value element_id(const Arguments& arguments) {
    return std::to_string(id(arguments).integer());
}

Value type(const Arguments& arguments) {
    const graphs::PropertyGraph& graph = arguments.graph();
    return graph.name(graph.type(arguments.edge(0)));
}

Value labels(const Arguments& arguments) {
    if (arguments[0].kind() != Kind::Vertex) arguments.wrong_type(0, "a Node");
    require_there(arguments[0].vertex(), arguments);
    List names;
    for (graphs::LabelId label : arguments.graph().labels(arguments[0].vertex())) {
        names.emplace_back(arguments.graph().name(label));
    }
    return names;
}

Value properties(const Arguments& arguments) {
    switch (arguments[0].kind()) {
        case Kind::Map:
            return arguments[0];
        case Kind::Vertex:
            return map_of(arguments[0].vertex(), arguments);
        case Kind::Edge:
            return map_of(arguments[0].edge(), arguments);
        default:
            arguments.wrong_type(0, "a Node, a Relationship or a Map", "InvalidArgumentType");
    }
}

Value keys(const Arguments& arguments) {
    switch (arguments[0].kind()) {
        case Kind::Map: {
            List names;
            for (const auto& [key, value] : arguments[0].map()) names.emplace_back(key);
            return names;
        }
        case Kind::Vertex:
            return keys_of(arguments[0].vertex(), arguments);
        case Kind::Edge:
            return keys_of(arguments[0].edge(), arguments);
        default:
            arguments.wrong_type(0, "a Node, a Relationship or a Map", "InvalidArgumentType");
    }
}

Value start_node(const Arguments& arguments) {
    return arguments.graph().source(arguments.edge(0));
}
Value end_node(const Arguments& arguments) {
    return arguments.graph().target(arguments.edge(0));
}

Value nodes(const Arguments& arguments) {
    const graphs::Path& path = arguments.path(0);
    return List(path.vertices.begin(), path.vertices.end());
}
Value relationships(const Arguments& arguments) {
    const graphs::Path& path = arguments.path(0);
    return List(path.edges.begin(), path.edges.end());
}
Value length(const Arguments& arguments) {
    return static_cast<std::int64_t>(arguments.path(0).edges.size());
}

}  // namespace hearsay::engine::builtins
