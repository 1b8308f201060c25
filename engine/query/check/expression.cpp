#include "engine/query/check/expression.hpp"

#include <fmt/format.h>

#include "engine/query/check/check.hpp"
#include "engine/query/check/function.hpp"
#include "engine/query/check/pattern.hpp"
#include "engine/query/functions/aggregate_calls.hpp"
#include "grammar/tree/tree_text.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

std::string parameter_advice(std::string_view name, const std::vector<std::string>& known) {
    const std::string near = did_you_mean(name, known);
    return near.empty()
               ? fmt::format("`:param {0} VALUE` sets it, and -p {0}=VALUE on the command line", name)
               : near;
}

// Gives the type of each kind of expression, with its checks.
struct Checker {
    const Expression& expression;
    const Scope& scope;
    Place place;
    CheckState& state;

    StaticType of(const Expression& inner, Place inner_place) const {
        inner_place.aggregates = place.aggregates;
        inner_place.in_aggregate = place.in_aggregate;
        inner_place.no_aggregates_in = place.no_aggregates_in;
        return check_expression(inner, scope, inner_place, state);
    }
    StaticType of(const Expression& inner) const { return of(inner, Place{}); }
    StaticType truth(const Expression& inner) const {
        const StaticType type = of(inner, {.truth = place.truth});
        if (!type.unknown() && type.kind != StaticType::Boolean) {
            state.error(inner.span, fmt::format("a truth value is needed here, not {}", type_text(type)),
                        "InvalidArgumentType");
        }
        return type;
    }
    // Inside a comprehension: another scope, where nothing can be aggregated.
    StaticType within(const Expression& inner, const Scope& inside, bool as_truth) const {
        const StaticType type = check_expression(
            inner, inside, {.truth = as_truth, .no_aggregates_in = "a list expression"}, state);
        if (as_truth && !type.unknown() && type.kind != StaticType::Boolean) {
            state.error(inner.span, fmt::format("WHERE takes a truth value, not {}", type_text(type)),
                        "InvalidArgumentType");
        }
        return type;
    }
    Scope with(const Name& name, StaticType type) const {
        Scope inside = scope;
        inside.declare(name.text, type);
        return inside;
    }
    StaticType list(const Expression& inner) const {
        const StaticType type = of(inner);
        if (!type.unknown() && type.kind != StaticType::List) {
            state.error(inner.span, fmt::format("a List is needed here, not {}", type_text(type)),
                        "InvalidArgumentType");
        }
        return type.kind == StaticType::List ? StaticType(type.element) : StaticType();
    }

    StaticType operator()(const NullLiteral&) const { return StaticType::Null; }
    StaticType operator()(const BooleanLiteral&) const { return StaticType::Boolean; }
    StaticType operator()(const IntegerLiteral&) const { return StaticType::Integer; }
    StaticType operator()(const FloatLiteral&) const { return StaticType::Float; }
    StaticType operator()(const StringLiteral&) const { return StaticType::String; }
    StaticType operator()(const ListLiteral& node) const {
        StaticType::Kind element = StaticType::Any;
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const StaticType::Kind kind = of(node.items[i]).kind;
            if (i == 0) element = kind;
            if (element != kind) element = StaticType::Any;
        }
        return {StaticType::List, element == StaticType::Null ? StaticType::Any : element};
    }
    StaticType operator()(const MapLiteral& node) const {
        for (const auto& entry : node.entries) of(entry.second);
        return StaticType::Map;
    }
    StaticType operator()(const MapProjection& node) const {
        const std::size_t found_before = state.found.size();
        const StaticType object = of(*node.object);
        if (state.found.size() > found_before) return StaticType::Map;  // each entry would say so again
        if (!object.unknown() && object.kind != StaticType::Node && object.kind != StaticType::Relationship &&
            object.kind != StaticType::Map) {
            state.error(node.object->span, fmt::format("{} has no properties to project", type_text(object)),
                        "InvalidArgumentType", "", "TypeError");
            return StaticType::Map;
        }
        for (const auto& entry : node.entries) of(entry.second);
        return StaticType::Map;
    }
    StaticType operator()(const Parameter& node) const {
        if (!state.context.parameters.contains(node.name)) {
            const auto names = state.context.parameters.names();
            state.error(expression.span, fmt::format("the parameter `${}` is not given", node.name),
                        "MissingParameter", parameter_advice(node.name, names), "ParameterMissing");
        }
        return {};
    }
    StaticType operator()(const Variable& node) const {
        if (const Scope::Entry* known = scope.find(node.name)) return known->type;
        std::string advice = did_you_mean(node.name, scope.names());
        // WHERE n.name = Ada; but `person` in `person.name` is no text
        const std::string_view text = state.context.text;
        const bool object = expression.span.end < text.size() && text[expression.span.end] == '.';
        if (advice.empty() && !object && node.name.size() > 2 && node.name.size() <= 60)
            advice = fmt::format("a text stands in quotes: `'{}'`", node.name);
        state.error(expression.span, fmt::format("undefined variable `{}`", node.name), "UndefinedVariable",
                    std::move(advice));
        return {};
    }
    StaticType operator()(const PropertyLookup& node) const {
        const StaticType object = of(*node.object);
        switch (object.kind) {
            case StaticType::Node:
            case StaticType::Relationship:
                state.check_key(node.key);
                break;
            case StaticType::Path:
                state.error(expression.span, "a Path has no properties; its nodes and relationships have",
                            "InvalidArgumentType", "use nodes() or relationships()");
                break;
            case StaticType::Boolean:
            case StaticType::Integer:
            case StaticType::Float:
            case StaticType::Number:
            case StaticType::String:
            case StaticType::List:
                state.error(expression.span, fmt::format("{} has no properties", type_text(object)),
                            "InvalidArgumentType", "", "TypeError");
                break;
            default:
                break;
        }
        return {};
    }
    StaticType operator()(const Subscript& node) const {
        const StaticType object = of(*node.object);
        of(*node.index);
        if (object.number() || object.kind == StaticType::Boolean) {
            state.error(node.object->span, fmt::format("{} has no elements", type_text(object)),
                        "InvalidArgumentType", "", "TypeError");
        }
        return object.kind == StaticType::List ? StaticType(object.element) : StaticType();
    }
    StaticType operator()(const Slice& node) const {
        const StaticType object = of(*node.object);
        if (node.from) of(**node.from);
        if (node.to) of(**node.to);
        return object.kind == StaticType::List ? object : StaticType();
    }
    StaticType operator()(const HasLabels& node) const {
        const StaticType object = of(*node.object);
        if (object.kind == StaticType::Relationship) {
            for (const auto& label : node.labels) state.check_type(label);
        } else {
            for (const auto& label : node.labels) state.check_label(label);
        }
        if (!object.unknown() && object.kind != StaticType::Node && object.kind != StaticType::Relationship) {
            state.error(node.object->span, fmt::format("{} has no labels", type_text(object)),
                        "InvalidArgumentType");
        }
        return StaticType::Boolean;
    }
    StaticType operator()(const Unary& node) const {
        switch (node.op) {
            case grammar::UnaryOperator::Not:
                truth(*node.operand);
                return StaticType::Boolean;
            case grammar::UnaryOperator::Plus:
            case grammar::UnaryOperator::Minus:
                return number(*node.operand);
            case grammar::UnaryOperator::IsNull:
            case grammar::UnaryOperator::IsNotNull:
                of(*node.operand);
                return StaticType::Boolean;
        }
        return {};
    }
    // An operand of arithmetic that is no sum: dates and texts cannot be multiplied.
    StaticType number(const Expression& operand) const { return number(operand, of(operand)); }
    StaticType number_or_duration(const Expression& operand) const {
        const StaticType type = of(operand);
        return type.kind == StaticType::Duration ? type : number(operand, type);
    }
    StaticType number(const Expression& operand, StaticType type) const {
        if (!type.unknown() && !type.number()) {
            state.error(operand.span, fmt::format("a number is needed here, not {}", type_text(type)),
                        "InvalidArgumentType");
        }
        return type;
    }
    StaticType operator()(const Binary& node) const {
        switch (node.op) {
            case BinaryOperator::Or:
            case BinaryOperator::Xor:
            case BinaryOperator::And:
                truth(*node.left);
                truth(*node.right);
                return StaticType::Boolean;
            case BinaryOperator::Add:
            case BinaryOperator::Subtract: {
                const StaticType left = of(*node.left);
                const StaticType right = of(*node.right);
                return left.number() && right.number() ? sum_of(left, right) : StaticType();
            }
            case BinaryOperator::Multiply:
            case BinaryOperator::Divide: {
                const bool product = node.op == BinaryOperator::Multiply;
                const StaticType left = number_or_duration(*node.left);
                const StaticType right = product ? number_or_duration(*node.right) : number(*node.right);
                if (left.kind == StaticType::Duration || right.kind == StaticType::Duration)
                    return StaticType::Duration;
                return left.number() && right.number() ? sum_of(left, right) : StaticType();
            }
            case BinaryOperator::Modulo: {
                const StaticType left = number(*node.left);
                const StaticType right = number(*node.right);
                return left.number() && right.number() ? sum_of(left, right) : StaticType();
            }
            case BinaryOperator::Power:
                number(*node.left);
                number(*node.right);
                return StaticType::Float;
            case BinaryOperator::In:
                of(*node.left);
                list(*node.right);
                return StaticType::Boolean;
            case BinaryOperator::StartsWith:
            case BinaryOperator::EndsWith:
            case BinaryOperator::Contains:
            case BinaryOperator::Matches:
                of(*node.left);
                of(*node.right);
                return StaticType::Boolean;
        }
        return {};
    }
    static StaticType sum_of(StaticType left, StaticType right) {
        if (left.kind == StaticType::Integer && right.kind == StaticType::Integer) return StaticType::Integer;
        const bool floating = left.kind == StaticType::Float || right.kind == StaticType::Float;
        return floating ? StaticType::Float : StaticType::Number;
    }
    StaticType operator()(const Comparison& node) const {
        of(*node.first);
        for (const auto& rest : node.rest) of(rest.second);
        return StaticType::Boolean;
    }
    StaticType operator()(const CountStar&) const {
        aggregate();
        return StaticType::Integer;
    }
    void aggregate() const {
        if (place.in_aggregate) {
            state.error(expression.span, "an aggregate cannot stand inside another", "NestedAggregation",
                        "aggregate in a WITH before");
        } else if (!place.aggregates) {
            state.error(expression.span,
                        fmt::format("{} cannot aggregate",
                                    place.no_aggregates_in.empty() ? "this place" : place.no_aggregates_in),
                        "InvalidAggregation", "aggregate in a WITH before");
        }
    }
    StaticType operator()(const FunctionCall& node) const {
        const bool aggregates = is_aggregate(node.name.text);
        if (aggregates) aggregate();
        if (place.in_aggregate && node.name.text == "rand") {
            state.error(expression.span, "an aggregate cannot take random numbers", "NonConstantExpression");
        }
        std::vector<StaticType> types;
        for (const auto& argument : node.arguments) {
            Place inner = place;
            inner.truth = node.name.text == "exists" || node.name.text == "EXISTS";
            inner.in_aggregate = place.in_aggregate || aggregates;
            types.push_back(check_expression(argument, scope, inner, state));
        }
        return check_function(node, types, state);
    }
    StaticType operator()(const Case& node) const {
        if (node.subject) of(**node.subject);
        StaticType result;
        for (std::size_t i = 0; i < node.alternatives.size(); ++i) {
            of(node.alternatives[i].first, {.truth = !node.subject});
            const StaticType then = of(node.alternatives[i].second);
            if (i == 0) result = then;
            if (then.kind != result.kind) result = {};
        }
        if (node.otherwise && of(**node.otherwise).kind != result.kind) result = {};
        return result;
    }
    StaticType operator()(const ListComprehension& node) const {
        const StaticType element = list(*node.list);
        const Scope inside = with(node.variable, element);
        if (node.filter) within(**node.filter, inside, true);
        if (!node.projection) return {StaticType::List, element.kind};
        const StaticType::Kind projected = within(**node.projection, inside, false).kind;
        return {StaticType::List, projected == StaticType::Null ? StaticType::Any : projected};
    }
    StaticType operator()(const PatternComprehension& node) const {
        Scope inside = scope;
        check_pattern({node.pattern}, PatternUse::Match, inside, state);
        if (node.filter) within(**node.filter, inside, true);
        return {StaticType::List, within(*node.projection, inside, false).kind};
    }
    StaticType operator()(const Quantifier& node) const {
        const Scope inside = with(node.variable, list(*node.list));
        if (node.filter) within(**node.filter, inside, true);
        return StaticType::Boolean;
    }
    StaticType operator()(const Reduce& node) const {
        of(*node.initial);
        Scope inside = with(node.variable, list(*node.list));
        inside.declare(node.accumulator.text, {});
        within(*node.expression, inside, false);
        return {};
    }
    StaticType operator()(const PatternPredicate& node) const {
        if (!place.truth && node.pattern.selector != PathSelector::All) {
            const std::string text = to_text(node.pattern);
            state.error(expression.span, "a shortest path is looked for by MATCH, not in an expression",
                        "UnexpectedSyntax",
                        fmt::format("name it before: `MATCH p = {}`",
                                    text.size() <= 200 ? text : "shortestPath((a)-[*]-(b))"));
            return {};
        }
        if (!place.truth) {
            state.error(expression.span, "a pattern can only stand where a truth value is asked for",
                        "UnexpectedSyntax",
                        fmt::format("`[{} | 1]` lists its matches", to_text(node.pattern)));
            return {};
        }
        Scope inside = scope;
        check_pattern({node.pattern}, PatternUse::Predicate, inside, state);
        return StaticType::Boolean;
    }
    StaticType operator()(const Subquery& node) const {
        if (node.query) {
            const std::size_t columns = check_subquery(**node.query, scope, state);
            if (node.kind == SubqueryKind::Collect && columns != 1) {
                state.error(expression.span,
                            fmt::format("COLLECT takes a query that returns one column, not {}", columns),
                            "InvalidArgumentType", "a list or a map can hold several values");
            }
        } else {
            Scope inside = scope;
            check_pattern(node.pattern->parts, PatternUse::Match, inside, state);
            if (node.filter) check_condition(**node.filter, inside, "WHERE", state);
        }
        switch (node.kind) {
            case SubqueryKind::Exists:
                return StaticType::Boolean;
            case SubqueryKind::Count:
                return StaticType::Integer;
            case SubqueryKind::Collect:
                return StaticType(StaticType::List);
        }
        return {};
    }
};

}  // namespace

StaticType check_expression(const Expression& expression, const Scope& scope, Place place,
                            CheckState& state) {
    return std::visit(Checker{expression, scope, place, state}, expression.node);
}

void check_condition(const Expression& expression, const Scope& scope, std::string_view clause,
                     CheckState& state) {
    const StaticType type =
        check_expression(expression, scope, {.truth = true, .no_aggregates_in = clause}, state);
    if (!type.unknown() && type.kind != StaticType::Boolean) {
        state.error(expression.span, fmt::format("{} takes a truth value, not {}", clause, type_text(type)),
                    "InvalidArgumentType");
    }
}

}  // namespace hearsay::engine
