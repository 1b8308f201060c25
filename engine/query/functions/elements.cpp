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

}  // namespace

Value id(const Arguments& arguments) {
    if (arguments[0].kind() == Kind::Vertex) return static_cast<std::int64_t>(arguments[0].vertex().value);
    if (arguments[0].kind() == Kind::Edge) return static_cast<std::int64_t>(arguments[0].edge().value);
    arguments.wrong_type(0, "a Node or a Relationship");
}

Value element_id(const Arguments& arguments) {
    return std::to_string(id(arguments).integer());
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
