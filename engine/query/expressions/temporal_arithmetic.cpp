#include "engine/query/expressions/temporal_arithmetic.hpp"

#include <string>

#include "engine/query/expressions/error.hpp"
#include "engine/query/temporal/parts.hpp"
#include "engine/query/temporal/shift.hpp"
#include "graphs/values/temporal/durations.hpp"

namespace hearsay::engine::expressions {
namespace {

using grammar::BinaryOperator;
using graphs::Duration;
using graphs::Kind;
using graphs::Value;
using temporal::is_point;

bool is_duration(const Value& value) {
    return value.kind() == Kind::Duration;
}

Value duration_or_fail(std::optional<Duration> duration, grammar::Span span) {
    if (!duration) fail(span, "the duration is too long", "ArithmeticError", "IntegerOverflow");
    return *duration;
}

Value shifted(const Value& point, std::optional<Duration> by, grammar::Span span) {
    auto value = by ? temporal::shift(point, *by) : std::nullopt;
    if (!value) {
        fail(span, "the result lies outside of the years -999999999 to 999999999", "ArithmeticError",
             "NumberOutOfRange");
    }
    return std::move(*value);
}

Value multiplied(const Duration& duration, const Value& by, grammar::Span span) {
    return duration_or_fail(by.kind() == Kind::Integer ? temporal::multiply(duration, by.integer())
                                                       : temporal::multiply(duration, by.floating()),
                            span);
}

Value divided(const Duration& duration, const Value& by, grammar::Span span) {
    if (by.number() == 0) fail(span, "division by zero", "ArithmeticError", "DivisionByZero");
    return duration_or_fail(by.kind() == Kind::Integer ? temporal::divide(duration, by.integer())
                                                       : temporal::divide(duration, by.floating()),
                            span);
}

[[noreturn]] void fail_operands(BinaryOperator op, const Value& a, const Value& b, grammar::Span span) {
    const auto with_article = [](const Value& value) {
        const std::string kind(graphs::kind_name(value.kind()));
        return (std::string("AEIOU").find(kind.front()) == std::string::npos ? "a " : "an ") + kind;
    };
    const std::string between = op == BinaryOperator::Subtract && is_point(a) && is_point(b)
                                    ? "duration.between(from, to) is what lies between them"
                                    : "";
    fail(span, "cannot calculate with " + with_article(a) + " and " + with_article(b) + " here", "TypeError",
         "InvalidArgumentType", between);
}

}  // namespace

Value temporal_arithmetic(BinaryOperator op, const Value& a, const Value& b, grammar::Span span) {
    switch (op) {
        case BinaryOperator::Add:
            if (is_duration(a) && is_duration(b))
                return duration_or_fail(temporal::add(a.duration(), b.duration()), span);
            if (is_point(a) && is_duration(b)) return shifted(a, b.duration(), span);
            if (is_duration(a) && is_point(b)) return shifted(b, a.duration(), span);
            break;
        case BinaryOperator::Subtract:
            if (is_duration(a) && is_duration(b))
                return duration_or_fail(temporal::subtract(a.duration(), b.duration()), span);
            if (is_point(a) && is_duration(b)) return shifted(a, temporal::negate(b.duration()), span);
            break;
        case BinaryOperator::Multiply:
            if (is_duration(a) && b.is_number()) return multiplied(a.duration(), b, span);
            if (a.is_number() && is_duration(b)) return multiplied(b.duration(), a, span);
            break;
        case BinaryOperator::Divide:
            if (is_duration(a) && b.is_number()) return divided(a.duration(), b, span);
            break;
        default:
            break;
    }
    fail_operands(op, a, b, span);
}

}  // namespace hearsay::engine::expressions
