#include "engine/query/rules/facts/estimates.hpp"

#include <algorithm>

#include "grammar/tree/visit.hpp"

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

std::optional<TextSearch> text_search(const Expression& predicate, std::string_view variable) {
    const auto* binary = std::get_if<Binary>(&predicate.node);
    if (binary == nullptr) return std::nullopt;
    graphs::TextPredicate test;
    switch (binary->op) {
        case BinaryOperator::Contains:
            test = graphs::TextPredicate::Contains;
            break;
        case BinaryOperator::StartsWith:
            test = graphs::TextPredicate::StartsWith;
            break;
        case BinaryOperator::EndsWith:
            test = graphs::TextPredicate::EndsWith;
            break;
        default:
            return std::nullopt;
    }
    const Name* key = key_of(*binary->left, variable);
    if (key == nullptr || variables_read(*binary->right).contains(variable)) return std::nullopt;
    return TextSearch{key, test, &*binary->right};
}

std::optional<PropertyBound> property_bound(const Expression& predicate, std::string_view variable) {
    const auto* comparison = std::get_if<Comparison>(&predicate.node);
    if (comparison == nullptr || comparison->rest.size() != 1) return std::nullopt;
    const auto& [op, right] = comparison->rest[0];
    if (op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual) return std::nullopt;
    const bool greater = op == ComparisonOperator::Greater || op == ComparisonOperator::GreaterEqual;
    const bool included = op == ComparisonOperator::GreaterEqual || op == ComparisonOperator::LessEqual;
    const Expression& left = *comparison->first;
    if (const Name* key = key_of(left, variable); key != nullptr && !variables_read(right).contains(variable))
        return PropertyBound{key, &right, greater, included};
    if (const Name* key = key_of(right, variable); key != nullptr && !variables_read(left).contains(variable))
        return PropertyBound{key, &left, !greater, included};
    return std::nullopt;
}

const Name* label_test(const Expression& predicate, std::string_view variable) {
    const auto* test = std::get_if<HasLabels>(&predicate.node);
    if (test == nullptr || test->labels.size() != 1) return nullptr;
    const auto* object = std::get_if<Variable>(&test->object->node);
    return object != nullptr && object->name == variable ? &test->labels[0] : nullptr;
}

double vertices_with(const Name& label, const PlanContext& context) {
    return vertices_with(context.graph.find_label(label.text), context);
}

double vertices_with(graphs::LabelId label, const PlanContext& context) {
    return label.is_none() ? 0 : static_cast<double>(context.graph.vertices(label).size());
}

namespace {

// Vertices with the label for each value of the property: from the index if there is one, else from a sample
// (Haas and Stokes 1998, the estimator Duj1 of the number of values).
double vertices_a_value(graphs::LabelId label, graphs::KeyId key, const PlanContext& context) {
    constexpr std::size_t sample_size = 64;
    const std::span<const graphs::VertexId> vertices = context.graph.vertices(label);
    const auto all = static_cast<double>(vertices.size());
    if (const auto values = context.graph.distinct_values(label, key); values && *values > 0)
        return all / static_cast<double>(*values);
    const std::size_t step = vertices.size() / sample_size + 1;
    std::vector<Value> sample;
    for (std::size_t i = 0; i < vertices.size(); i += step) {
        Value value = context.graph.property(vertices[i], key);
        if (!value.is_null()) sample.push_back(std::move(value));
    }
    if (sample.empty()) return 0;
    std::sort(sample.begin(), sample.end(),
              [](const Value& a, const Value& b) { return graphs::order(a, b) < 0; });
    std::size_t values = 0, single_values = 0;
    for (std::size_t begin = 0, end = 0; begin < sample.size(); begin = end) {
        for (end = begin + 1; end < sample.size() && graphs::equivalent(sample[begin], sample[end]);) ++end;
        ++values;
        single_values += end - begin == 1 ? 1 : 0;
    }
    const auto looked_at = static_cast<double>(sample.size()), once = static_cast<double>(single_values);
    const double of_all =
        looked_at * static_cast<double>(values) / (looked_at - once + once * looked_at / all);
    return all / of_all;
}

}  // namespace

double vertices_found(const Name& label, const PropertyEquality& equality, const PlanContext& context) {
    const graphs::LabelId id = context.graph.find_label(label.text);
    const graphs::KeyId key = context.graph.find_key(equality.key->text);
    if (id.is_none() || key.is_none()) return 0;
    if (const auto value = known_value(*equality.value, context)) {
        return value->is_null()
                   ? 0
                   : static_cast<double>(context.graph.find(id, key, *value, context.progress()).size());
    }
    return std::min(std::max(2.0, vertices_a_value(id, key, context)), vertices_with(label, context));
}

bool indexes_texts(const Name& label, const Name& key, const PlanContext& context) {
    const graphs::LabelId label_id = context.graph.find_label(label.text);
    const graphs::KeyId key_id = context.graph.find_key(key.text);
    return !label_id.is_none() && !key_id.is_none() && context.graph.indexes_texts(label_id, key_id);
}

double texts_found(const TextLookup& lookup, const PlanContext& context) {
    const graphs::LabelId label = context.graph.find_label(lookup.label.text);
    const graphs::KeyId key = context.graph.find_key(lookup.key.text);
    if (label.is_none() || key.is_none()) return 0;
    if (const auto part = known_value(lookup.part, context)) {
        if (part->kind() != graphs::Kind::String) return 0;
        const auto rows =
            lookup.in_order
                ? context.graph.estimate_between(label, key, graphs::texts_with_prefix(part->string()))
                : context.graph.estimate_text(label, key, lookup.test, part->string());
        if (rows) return *rows;
    }
    return vertices_with(lookup.label, context) / 20;  // a word that somebody looks for
}

double vertices_between(const RangeLookup& lookup, const PlanContext& context) {
    const graphs::LabelId label = context.graph.find_label(lookup.label.text);
    const graphs::KeyId key = context.graph.find_key(lookup.key.text);
    if (label.is_none() || key.is_none()) return 0;
    const double all = vertices_with(lookup.label, context);
    graphs::ValueRange range;
    for (const bool low : {true, false}) {
        const auto& bound = low ? lookup.low : lookup.high;
        if (!bound) continue;
        auto value = known_value(bound->value, context);
        if (!value) return all / (lookup.low && lookup.high ? 20 : 5);
        (low ? range.low : range.high) = graphs::ValueRange::Bound{std::move(*value), bound->included};
    }
    return context.graph.estimate_between(label, key, range).value_or(all / 5);
}

std::string index_name(graphs::IndexKind kind, const Name& label, const Name& key,
                       const PlanContext& context) {
    const auto* index = context.graph.find_index(kind, label.text, key.text);
    return index != nullptr ? index->name : "";
}

namespace {

double share_of(const Comparison& comparison, const Expression& whole, const PlanContext& context,
                graphs::LabelId label) {
    constexpr double equal_share = 0.1, unequal_share = 0.9, range_share = 0.4;
    if (comparison.rest.size() != 1) return range_share;
    const ComparisonOperator op = comparison.rest[0].first;
    if (op == ComparisonOperator::NotEqual) return unequal_share;
    if (op != ComparisonOperator::Equal) return range_share;
    // Of a property: one value of those that there are.
    for (const auto& name : variables_read(whole)) {
        const auto equality = property_equality(whole, name);
        if (!equality || label.is_none()) continue;
        const graphs::KeyId key = context.graph.find_key(equality->key->text);
        const auto values = context.graph.distinct_values(label, key);
        if (values && *values > 0) return 1 / static_cast<double>(*values);
    }
    return equal_share;
}

}  // namespace

double selectivity(const Expression& predicate, const PlanContext& context, graphs::LabelId label) {
    constexpr double unknown_share = 0.4, text_share = 0.1;
    if (const auto* test = std::get_if<HasLabels>(&predicate.node)) {
        double least = 1;
        for (const auto& wanted : test->labels) {
            least = std::min(least, vertices_with(wanted, context) /
                                        std::max(1.0, static_cast<double>(context.graph.vertex_count())));
        }
        return least;
    }
    if (const auto* comparison = std::get_if<Comparison>(&predicate.node))
        return share_of(*comparison, predicate, context, label);
    if (const auto* negated = std::get_if<Unary>(&predicate.node);
        negated && negated->op == UnaryOperator::Not)
        return 1 - selectivity(*negated->operand, context, label);
    if (const auto* both = std::get_if<Binary>(&predicate.node)) {
        switch (both->op) {
            case BinaryOperator::And:
                return selectivity(*both->left, context, label) * selectivity(*both->right, context, label);
            case BinaryOperator::Or:
                return std::min(1.0, selectivity(*both->left, context, label) +
                                         selectivity(*both->right, context, label));
            case BinaryOperator::StartsWith:
            case BinaryOperator::EndsWith:
            case BinaryOperator::Contains:
            case BinaryOperator::Matches:
                return text_share;
            default:
                break;
        }
    }
    return unknown_share;
}

}  // namespace hearsay::engine
