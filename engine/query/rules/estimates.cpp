#include "engine/query/rules/estimates.hpp"

#include <algorithm>

#include "engine/query/walk.hpp"

namespace hearsay::engine {

using namespace grammar;
using graphs::Value;

std::optional<Value> known_value(const Expression& expression, const PlanContext& context) {
    if (const auto* literal = std::get_if<IntegerLiteral>(&expression.node)) return Value(literal->value);
    if (const auto* literal = std::get_if<StringLiteral>(&expression.node)) return Value(literal->value);
    if (const auto* literal = std::get_if<FloatLiteral>(&expression.node)) return Value(literal->value);
    if (const auto* literal = std::get_if<BooleanLiteral>(&expression.node)) return Value(literal->value);
    if (const auto* parameter = std::get_if<Parameter>(&expression.node)) {
        if (const Value* given = context.parameters.find(parameter->name)) return *given;
    }
    return std::nullopt;
}

namespace {

const Name* key_of(const Expression& side, std::string_view variable) {
    const auto* lookup = std::get_if<PropertyLookup>(&side.node);
    if (lookup == nullptr) return nullptr;
    const auto* object = std::get_if<Variable>(&lookup->object->node);
    return object != nullptr && object->name == variable ? &lookup->key : nullptr;
}

}  // namespace

std::optional<PropertyEquality> property_equality(const Expression& predicate, std::string_view variable) {
    const auto* comparison = std::get_if<Comparison>(&predicate.node);
    if (comparison == nullptr || comparison->rest.size() != 1) return std::nullopt;
    const auto& [op, right] = comparison->rest[0];
    if (op != ComparisonOperator::Equal) return std::nullopt;
    const Expression& left = *comparison->first;
    if (const Name* key = key_of(left, variable);
        key != nullptr && !variables_read(right).contains(variable)) {
        return PropertyEquality{key, &right};
    }
    if (const Name* key = key_of(right, variable);
        key != nullptr && !variables_read(left).contains(variable)) {
        return PropertyEquality{key, &left};
    }
    return std::nullopt;
}

const Name* label_test(const Expression& predicate, std::string_view variable) {
    const auto* test = std::get_if<HasLabels>(&predicate.node);
    if (test == nullptr || test->labels.size() != 1) return nullptr;
    const auto* object = std::get_if<Variable>(&test->object->node);
    return object != nullptr && object->name == variable ? &test->labels[0] : nullptr;
}

double vertices_with(const Name& label, const PlanContext& context) {
    const graphs::LabelId id = context.graph.find_label(label.text);
    return id.is_none() ? 0 : static_cast<double>(context.graph.vertices(id).size());
}

double vertices_found(const Name& label, const PropertyEquality& equality, const PlanContext& context) {
    const graphs::LabelId id = context.graph.find_label(label.text);
    const graphs::KeyId key = context.graph.find_key(equality.key->text);
    if (id.is_none() || key.is_none()) return 0;
    if (const auto value = known_value(*equality.value, context)) {
        return value->is_null() ? 0 : static_cast<double>(context.graph.find(id, key, *value).size());
    }
    // Keys that queries join on are mostly ids and names.
    return std::min(2.0, vertices_with(label, context));
}

double fan_out(const std::vector<Name>& types, Direction direction, const Name* from_label,
               const PlanContext& context) {
    double edges = 0;
    if (types.empty()) {
        edges = static_cast<double>(context.graph.edge_count());
    } else {
        for (const auto& type : types) {
            const graphs::TypeId id = context.graph.find_type(type.text);
            if (!id.is_none()) edges += static_cast<double>(context.graph.edge_count(id));
        }
    }
    const double from = from_label != nullptr ? vertices_with(*from_label, context)
                                              : static_cast<double>(context.graph.vertex_count());
    const double one_way = edges / std::max(from, 1.0);
    return direction == Direction::Either ? 2 * one_way : one_way;
}

double selectivity(const Expression& predicate, const PlanContext& context) {
    if (const auto* test = std::get_if<HasLabels>(&predicate.node)) {
        double least = 1;
        for (const auto& label : test->labels) {
            least = std::min(least, vertices_with(label, context) /
                                        std::max(1.0, static_cast<double>(context.graph.vertex_count())));
        }
        return least;
    }
    if (const auto* comparison = std::get_if<Comparison>(&predicate.node)) {
        return comparison->rest[0].first == ComparisonOperator::Equal ? 0.1 : 0.4;
    }
    return 0.4;
}

}  // namespace hearsay::engine
