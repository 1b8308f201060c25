// Functions on nodes and relationships, a whole column of ids at a time.
#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/evaluate.hpp"
#include "engine/query/functions/families.hpp"

namespace hearsay::engine::builtins {
namespace {

using graphs::EdgeId;
using graphs::Kind;
using graphs::StringId;
using graphs::TypeId;
using graphs::VertexId;

template <class Id>
std::optional<Column> numbers_of(const std::vector<Id>& elements) {
    std::vector<std::int64_t> numbers(elements.size());
    for (std::size_t row = 0; row < elements.size(); ++row) {
        if (elements[row].is_none()) return std::nullopt;
        numbers[row] = elements[row].value;
    }
    return Column(std::move(numbers));
}

// end(edge) of every row that has one.
template <class End>
std::optional<Column> ends_of(const Column& relationships, End end) {
    const auto* edges = relationships.as<EdgeId>();
    if (!edges) return std::nullopt;
    std::vector<VertexId> vertices(edges->size());
    for (std::size_t row = 0; row < edges->size(); ++row) {
        if (!(*edges)[row].is_none()) vertices[row] = end((*edges)[row]);
    }
    return Column(std::move(vertices));
}

// The names of types are texts of the statement's pool, so that whoever groups by them compares no
// characters.
class TypeOf final : public CompiledExpression {
  public:
    TypeOf(Compiled argument, CallSite site) : argument_(std::move(argument)), site_(std::move(site)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        expressions::Operand argument(*argument_, in, context);
        if (const auto* edges = argument.column().as<EdgeId>()) return of_edges(*edges, context);
        return expressions::for_each_row(in, argument, [&](const Value& value) -> Value {
            if (value.is_null()) return {};
            if (value.kind() != Kind::Edge) {
                expressions::fail_type(site_.arguments[0], "a Relationship in " + site_.name + "()", value,
                                       "InvalidArgumentValue");
            }
            return context.graph.name(context.graph.type(value.edge()));
        });
    }

  private:
    static Column of_edges(const std::vector<EdgeId>& edges, QueryContext& context) {
        const graphs::PropertyGraph& graph = context.graph;
        // Not kept between batches: the statement itself may make types.
        std::vector<StringId> name_of(graph.type_count());
        Texts texts{&context.names, std::vector<StringId>(edges.size())};
        for (std::size_t row = 0; row < edges.size(); ++row) {
            if (edges[row].is_none()) continue;
            const TypeId type = graph.type(edges[row]);
            StringId& name = name_of[type.value];
            if (name.is_none()) name = context.names.intern(graph.name(type));
            texts.ids[row] = name;
        }
        return Column(std::move(texts));
    }

    Compiled argument_;
    CallSite site_;
};

}  // namespace

std::optional<Column> ids(const Column& elements, const QueryContext&) {
    if (const auto* vertices = elements.as<VertexId>()) return numbers_of(*vertices);
    if (const auto* edges = elements.as<EdgeId>()) return numbers_of(*edges);
    return std::nullopt;
}

std::optional<Column> label_lists(const Column& nodes, const QueryContext& context) {
    const graphs::PropertyGraph& graph = context.graph;
    const auto* vertices = nodes.as<VertexId>();
    const bool all_there = context.held.empty() && graph.vertex_count() == graph.vertex_capacity();
    if (!vertices || !all_there) return std::nullopt;
    std::vector<Value> list_of(graph.label_set_count());  // each made once, then shared
    std::vector<Value> lists(vertices->size());
    for (std::size_t row = 0; row < vertices->size(); ++row) {
        if ((*vertices)[row].is_none()) continue;
        const std::uint32_t set = graph.label_sets()[(*vertices)[row].value];
        if (list_of[set].is_null()) {
            graphs::List names;
            for (const graphs::LabelId label : graph.labels_of_set(set))
                names.emplace_back(graph.name(label));
            list_of[set] = std::move(names);
        }
        lists[row] = list_of[set];
    }
    return Column(std::move(lists));
}

std::optional<Column> start_nodes(const Column& relationships, const QueryContext& context) {
    return ends_of(relationships, [&](EdgeId edge) { return context.graph.source(edge); });
}

std::optional<Column> end_nodes(const Column& relationships, const QueryContext& context) {
    return ends_of(relationships, [&](EdgeId edge) { return context.graph.target(edge); });
}

Compiled make_type(std::vector<Compiled> arguments, CallSite site) {
    return std::make_unique<TypeOf>(std::move(arguments[0]), std::move(site));
}

}  // namespace hearsay::engine::builtins
