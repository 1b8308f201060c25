// What a value has inside: properties, elements, slices, labels.
#include <algorithm>
#include <optional>
#include <span>

#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/nodes.hpp"
#include "engine/query/temporal/components.hpp"
#include "grammar/text/diagnostic.hpp"
#include "graphs/columns/column.hpp"

namespace hearsay::engine::expressions {
namespace {

using graphs::EdgeId;
using graphs::KeyId;
using graphs::Kind;
using graphs::PropertyGraph;
using graphs::Value;
using graphs::VertexId;

Value component_of(const Value& object, std::string_view key, grammar::Span span) {
    if (auto component = temporal::component(object, key)) return std::move(*component);
    const std::vector<std::string> names = temporal::component_names(object);
    const std::string kind(graphs::kind_name(object.kind()));
    if (std::find(names.begin(), names.end(), key) != names.end()) {
        fail(span, "`" + std::string(key) + "` of this " + kind + " does not fit into a 64-bit integer",
             "ArithmeticError", "IntegerOverflow");
    }
    fail(span, "a " + kind + " has no component `" + std::string(key) + "`", "ArgumentError",
         "InvalidArgumentValue", grammar::did_you_mean(key, names));
}

const graphs::PropertyTable& properties_of(const PropertyGraph& graph, VertexId) {
    return graph.vertex_properties();
}
const graphs::PropertyTable& properties_of(const PropertyGraph& graph, EdgeId) {
    return graph.edge_properties();
}

// Fails on the first that has been deleted; none() is passed over. Mostly no id of the graph is dead, so that
// none has to be looked at.
void require_there(const std::vector<VertexId>& vertices, const QueryContext& context, grammar::Span span) {
    if (context.held.empty() && context.graph.vertex_count() == context.graph.vertex_capacity()) return;
    for (const VertexId vertex : vertices) {
        if (!vertex.is_none() && !context.is_there(vertex)) fail_deleted(span, vertex);
    }
}
void require_there(const std::vector<EdgeId>& edges, const QueryContext& context, grammar::Span span) {
    if (context.graph.edge_count() == context.graph.edge_capacity()) return;
    for (const EdgeId edge : edges) {
        if (!edge.is_none() && !context.is_there(edge)) fail_deleted(span, edge);
    }
}

template <class Element>
Value property_of(Element element, KeyId key, const QueryContext& context, grammar::Span span) {
    if (!context.is_there(element)) fail_deleted(span, element);
    return key.is_none() ? Value() : context.graph.property(element, key);
}

Value property_of(const Value& object, std::string_view key, KeyId key_id, const QueryContext& context,
                  grammar::Span span) {
    switch (object.kind()) {
        case Kind::Null:
            return {};
        case Kind::Vertex:
            return property_of(object.vertex(), key_id, context, span);
        case Kind::Edge:
            return property_of(object.edge(), key_id, context, span);
        case Kind::Map: {
            const auto found = object.map().find(key);
            return found == object.map().end() ? Value() : found->second;
        }
        default:
            if (object.is_temporal()) return component_of(object, key, span);
            fail_type(span,
                      "a node, a relationship, a map or a temporal value before `." + std::string(key) + "`",
                      object);
    }
}

class Property final : public CompiledExpression {
  public:
    Property(Compiled object, std::string key, grammar::Span span)
        : object_(std::move(object)), key_(std::move(key)), span_(span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        const PropertyGraph& graph = context.graph;
        const KeyId key = graph.find_key(key_);
        Operand object(*object_, in, context);
        if (const auto* vertices = object.column().as<VertexId>())
            return of_elements(*vertices, key, context);
        if (const auto* edges = object.column().as<EdgeId>()) return of_elements(*edges, key, context);
        if (const auto* dates = object.column().as<Dates>()) {
            if (auto numbers = temporal::date_component(dates->days, key_))
                return Column(std::move(*numbers));
        }
        return for_each_row(
            in, object, [&](const Value& value) { return property_of(value, key_, key, context, span_); });
    }

  private:
    template <class Element>
    Column of_elements(const std::vector<Element>& elements, KeyId key, const QueryContext& context) const {
        require_there(elements, context, span_);
        const graphs::PropertyTable& table = properties_of(context.graph, Element());
        const graphs::Column* column = table.find_column(key);
        if (!column) return Column::repeat({}, elements.size());
        if (const auto* integers = column->as<std::int64_t>()) {
            std::vector<std::int64_t> out(elements.size());
            if (gather(elements, *column, *integers, out)) return Column(std::move(out));
        }
        if (const auto* dates = column->as<graphs::Date>()) {
            Dates out{std::vector<std::int64_t>(elements.size())};
            if (gather(elements, *column, *dates, out.days)) return Column(std::move(out));
        }
        if (const auto* texts = column->as<graphs::StringId>()) {
            Texts out{&table.strings(), std::vector<graphs::StringId>(elements.size())};
            gather_known(elements, *column, out.ids, [&](std::uint32_t id) { return (*texts)[id]; });
            return Column(std::move(out));
        }
        if (const auto* truths = column->as<std::uint8_t>()) {
            std::vector<Truth> out(elements.size(), Truth::Unknown);
            gather_known(elements, *column, out, [&](std::uint32_t id) { return truth_from((*truths)[id]); });
            return Column(std::move(out));
        }
        std::vector<Value> out(elements.size());
        if (const auto* integers = column->as<std::int64_t>())
            gather_known(elements, *column, out, [&](std::uint32_t id) { return (*integers)[id]; });
        else if (const auto* dates = column->as<graphs::Date>())
            gather_known(elements, *column, out, [&](std::uint32_t id) { return (*dates)[id]; });
        else if (const auto* floats = column->as<double>())
            gather_known(elements, *column, out, [&](std::uint32_t id) { return (*floats)[id]; });
        else
            gather_known(elements, *column, out,
                         [&](std::uint32_t id) { return column->get(id, table.strings()); });
        return Column(std::move(out));
    }

    // False if one is missing.
    template <class Element, class T>
    static bool gather(const std::vector<Element>& elements, const graphs::Column& column,
                       const std::vector<T>& items, std::vector<std::int64_t>& out) {
        for (std::size_t row = 0; row < elements.size(); ++row) {
            const std::uint32_t id = elements[row].value;  // none() is none that the column has
            if (!column.has(id)) return false;
            out[row] = number_of(items[id]);
        }
        return true;
    }
    static std::int64_t number_of(std::int64_t integer) { return integer; }
    static std::int64_t number_of(graphs::Date date) { return date.days; }
    // Leaves out[row] alone where one is missing.
    template <class Element, class T, class Get>
    static void gather_known(const std::vector<Element>& elements, const graphs::Column& column,
                             std::vector<T>& out, Get get) {
        for (std::size_t row = 0; row < elements.size(); ++row) {
            const std::uint32_t id = elements[row].value;
            if (column.has(id)) out[row] = get(id);
        }
    }

    Compiled object_;
    std::string key_;
    grammar::Span span_;
};

class Subscript final : public CompiledExpression {
  public:
    Subscript(Compiled object, Compiled index, grammar::Span span)
        : object_(std::move(object)), index_(std::move(index)), span_(span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand object(*object_, in, context), index(*index_, in, context);
        return for_each_row(in, object, index,
                            [&](const Value& from, const Value& at) { return element(from, at, context); });
    }

  private:
    Value element(const Value& from, const Value& at, const QueryContext& context) const {
        if (from.is_null()) return {};
        if (from.kind() == Kind::List) {
            if (at.is_null()) return {};
            if (at.kind() != Kind::Integer) fail_type(span_, "an Integer as the index of a list", at);
            const auto size = static_cast<std::int64_t>(from.list().size());
            const std::int64_t position = at.integer() < 0 ? at.integer() + size : at.integer();
            return position < 0 || position >= size ? Value()
                                                    : from.list()[static_cast<std::size_t>(position)];
        }
        const bool named = from.kind() == Kind::Map || from.kind() == Kind::Vertex ||
                           from.kind() == Kind::Edge || from.is_temporal();
        if (!named) fail_type(span_, "a list, a map, a node or a relationship before `[`", from);
        if (at.is_null()) return {};
        if (at.kind() != Kind::String)
            fail_type(span_, "a String as the key of a map", at, "MapElementAccessByNonString");
        return property_of(from, at.string(), context.graph.find_key(at.string()), context, span_);
    }

    Compiled object_, index_;
    grammar::Span span_;
};

class Slice final : public CompiledExpression {
  public:
    Slice(Compiled list, Compiled from, Compiled to, grammar::Span span)
        : list_(std::move(list)), from_(std::move(from)), to_(std::move(to)), span_(span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand list(*list_, in, context);
        std::optional<Operand> from, to;
        if (from_) from.emplace(*from_, in, context);
        if (to_) to.emplace(*to_, in, context);
        std::vector<Value> out;
        out.reserve(in.rows);
        for (std::size_t row = 0; row < in.rows; ++row) {
            out.push_back(cut(list[row], from ? &(*from)[row] : nullptr, to ? &(*to)[row] : nullptr));
        }
        return Column(std::move(out));
    }

  private:
    Value cut(const Value& list, const Value* from, const Value* to) const {
        if (list.is_null() || (from && from->is_null()) || (to && to->is_null())) return {};
        if (list.kind() != Kind::List) fail_type(span_, "a List before `[..]`", list);
        const auto size = static_cast<std::int64_t>(list.list().size());
        const auto bound = [&](const Value* at, std::int64_t otherwise) {
            if (!at) return otherwise;
            if (at->kind() != Kind::Integer) fail_type(span_, "an Integer as the bound of a slice", *at);
            const std::int64_t position = at->integer() < 0 ? at->integer() + size : at->integer();
            return std::clamp<std::int64_t>(position, 0, size);
        };
        const std::int64_t begin = bound(from, 0), end = bound(to, size);
        if (begin >= end) return graphs::List{};
        return graphs::List(list.list().begin() + begin, list.list().begin() + end);
    }

    Compiled list_, from_, to_;
    grammar::Span span_;
};

// n:Label on nodes; r:TYPE on relationships (an extension that openCypher 9 leaves open).
class HasLabels final : public CompiledExpression {
  public:
    HasLabels(Compiled object, std::vector<std::string> labels, grammar::Span span)
        : object_(std::move(object)), labels_(std::move(labels)), span_(span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        const PropertyGraph& graph = context.graph;
        std::vector<graphs::LabelId> ids;
        for (const std::string& label : labels_) ids.push_back(graph.find_label(label));
        Operand object(*object_, in, context);
        if (const auto* vertices = object.column().as<VertexId>())
            return of_vertices(*vertices, ids, context);
        return for_each_truth(in, object, [&](const Value& value) {
            if (value.is_null()) return Truth::Unknown;
            if (value.kind() == Kind::Vertex) {
                if (!context.is_there(value.vertex())) fail_deleted(span_, value);
                return truth_from(has_all(graph.labels(value.vertex()), ids));
            }
            if (value.kind() == Kind::Edge) {
                const std::string_view type = graph.name(graph.type(value.edge()));
                return truth_from(std::all_of(labels_.begin(), labels_.end(),
                                              [&](const std::string& name) { return name == type; }));
            }
            fail_type(span_, "a node before a label", value);
        });
    }

  private:
    static bool has_all(std::span<const graphs::LabelId> labels, const std::vector<graphs::LabelId>& wanted) {
        return std::all_of(wanted.begin(), wanted.end(), [&](graphs::LabelId label) {
            return std::find(labels.begin(), labels.end(), label) != labels.end();
        });
    }

    // The graph keeps every set of labels once, so it is enough to look at each set once.
    Column of_vertices(const std::vector<VertexId>& vertices, const std::vector<graphs::LabelId>& wanted,
                       const QueryContext& context) const {
        require_there(vertices, context, span_);
        const std::span<const std::uint32_t> set_of = context.graph.label_sets();
        std::vector<Truth> of_set(context.graph.label_set_count(), Truth::Unknown);
        std::vector<Truth> truths(vertices.size(), Truth::Unknown);
        for (std::size_t row = 0; row < vertices.size(); ++row) {
            if (vertices[row].is_none()) continue;
            const std::uint32_t set = set_of[vertices[row].value];
            if (of_set[set] == Truth::Unknown)
                of_set[set] = truth_from(has_all(context.graph.labels_of_set(set), wanted));
            truths[row] = of_set[set];
        }
        return Column(std::move(truths));
    }

    Compiled object_;
    std::vector<std::string> labels_;
    grammar::Span span_;
};

// See is_node() in tree/visit.hpp.
class IsNode final : public CompiledExpression {
  public:
    explicit IsNode(Compiled object) : object_(std::move(object)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand object(*object_, in, context);
        return for_each_truth(in, object, [&context](const Value& value) {
            return truth_from(value.kind() == Kind::Vertex && context.is_there(value.vertex()));
        });
    }

  private:
    Compiled object_;
};

}  // namespace

Compiled make_property(Compiled object, std::string key, grammar::Span span) {
    return std::make_unique<Property>(std::move(object), std::move(key), span);
}
Compiled make_subscript(Compiled object, Compiled index, grammar::Span span) {
    return std::make_unique<Subscript>(std::move(object), std::move(index), span);
}
Compiled make_slice(Compiled list, Compiled from, Compiled to, grammar::Span span) {
    return std::make_unique<Slice>(std::move(list), std::move(from), std::move(to), span);
}
Compiled make_has_labels(Compiled object, std::vector<std::string> labels, grammar::Span span) {
    return std::make_unique<HasLabels>(std::move(object), std::move(labels), span);
}
Compiled make_is_node(Compiled object) {
    return std::make_unique<IsNode>(std::move(object));
}

}  // namespace hearsay::engine::expressions
