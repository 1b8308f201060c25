// + - * / % ^ and the signs. Integers that overflow are an error, never wrapped.
#include <cmath>
#include <limits>

#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/leaves.hpp"
#include "engine/query/expressions/nodes.hpp"
#include "engine/query/expressions/temporal_arithmetic.hpp"
#include "graphs/values/value_text.hpp"

namespace hearsay::engine::expressions {
namespace {

using grammar::BinaryOperator;
using graphs::Kind;
using graphs::List;
using graphs::Value;

std::string_view symbol(BinaryOperator op) {
    switch (op) {
        case BinaryOperator::Add:
            return "+";
        case BinaryOperator::Subtract:
            return "-";
        case BinaryOperator::Multiply:
            return "*";
        case BinaryOperator::Divide:
            return "/";
        case BinaryOperator::Modulo:
            return "%";
        default:
            return "^";
    }
}

// REQUIRES: `op` is no power
std::int64_t whole(BinaryOperator op, std::int64_t a, std::int64_t b, grammar::Span span) {
    std::int64_t result = 0;
    bool overflow = false;
    switch (op) {
        case BinaryOperator::Add:
            overflow = __builtin_add_overflow(a, b, &result);
            break;
        case BinaryOperator::Subtract:
            overflow = __builtin_sub_overflow(a, b, &result);
            break;
        case BinaryOperator::Multiply:
            overflow = __builtin_mul_overflow(a, b, &result);
            break;
        case BinaryOperator::Divide:
        case BinaryOperator::Modulo:
            if (b == 0) fail(span, "division by zero", "ArithmeticError", "DivisionByZero");
            if (b == -1) {  // the one quotient that does not fit
                if (op == BinaryOperator::Modulo) return 0;
                overflow = __builtin_sub_overflow(std::int64_t{0}, a, &result);
                break;
            }
            result = op == BinaryOperator::Divide ? a / b : a % b;
            break;
        default:
            break;
    }
    if (overflow) {
        fail(span,
             "the result of `" + std::to_string(a) + " " + std::string(symbol(op)) + " " + std::to_string(b) +
                 "` does not fit into a 64-bit integer",
             "ArithmeticError", "IntegerOverflow");
    }
    return result;
}

Value integers(BinaryOperator op, std::int64_t a, std::int64_t b, grammar::Span span) {
    if (op == BinaryOperator::Power) return std::pow(static_cast<double>(a), static_cast<double>(b));
    return whole(op, a, b, span);
}

Value floats(BinaryOperator op, double a, double b) {
    switch (op) {
        case BinaryOperator::Add:
            return a + b;
        case BinaryOperator::Subtract:
            return a - b;
        case BinaryOperator::Multiply:
            return a * b;
        case BinaryOperator::Divide:
            return b == 0.0 ? (a == 0.0 || std::isnan(a)
                                   ? std::numeric_limits<double>::quiet_NaN()
                                   : std::copysign(std::numeric_limits<double>::infinity(),
                                                   std::copysign(1.0, a) * std::copysign(1.0, b)))
                            : a / b;
        case BinaryOperator::Modulo:
            return std::fmod(a, b);
        default:
            return std::pow(a, b);
    }
}

// With a list or a string, `+` joins.
bool joins(const Value& value) {
    return value.kind() == Kind::List || value.kind() == Kind::String;
}

// `+` beyond numbers: lists are joined or take an element, strings take strings and numbers.
Value add(const Value& a, const Value& b, grammar::Span span, const QueryContext& context) {
    if (a.kind() == Kind::List || b.kind() == Kind::List) {
        const auto length = [](const Value& side) {
            return side.kind() == Kind::List ? side.list().size() : 1;
        };
        if (length(a) + length(b) > longest_list) fail_list_too_long(span);
        context.reserve((length(a) + length(b)) * sizeof(Value));
        List joined;
        joined.reserve(length(a) + length(b));
        for (const Value* side : {&a, &b}) {
            if (side->kind() == Kind::List)
                joined.insert(joined.end(), side->list().begin(), side->list().end());
            else
                joined.push_back(*side);
        }
        return within_bounds(std::move(joined), span);
    }
    const auto writable = [](const Value& value) {
        return value.kind() == Kind::String || value.is_number() || value.is_temporal();
    };
    if ((a.kind() == Kind::String && writable(b)) || (b.kind() == Kind::String && writable(a))) {
        std::string joined = builtins::text_of(a) + builtins::text_of(b);
        if (joined.size() > longest_text) fail_text_too_long(span);
        return joined;
    }
    fail_type(span, "numbers, strings or lists around `+`", writable(a) ? b : a);
}

Value calculate(BinaryOperator op, const Value& a, const Value& b, grammar::Span span,
                const QueryContext& context) {
    if (a.kind() == Kind::Integer && b.kind() == Kind::Integer)
        return integers(op, a.integer(), b.integer(), span);
    if (a.is_null() || b.is_null()) return {};
    if (a.is_number() && b.is_number()) return floats(op, a.number(), b.number());
    const bool joined = op == BinaryOperator::Add && (joins(a) || joins(b));
    if (!joined && (a.is_temporal() || b.is_temporal())) return temporal_arithmetic(op, a, b, span);
    if (op == BinaryOperator::Add) return add(a, b, span, context);
    fail_type(span, "numbers around `" + std::string(symbol(op)) + "`", a.is_number() ? b : a);
}

class Arithmetic final : public CompiledExpression {
  public:
    Arithmetic(BinaryOperator op, Compiled left, Compiled right, grammar::Span span)
        : op_(op), left_(std::move(left)), right_(std::move(right)), span_(span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand left(*left_, in, context), right(*right_, in, context);
        const auto a = integers_of(left.column()), b = integers_of(right.column());
        if (a && b && (a->each || b->each) && op_ != BinaryOperator::Power)
            return of_integers(*a, *b, in.rows);
        return for_each_row(in, left, right, [this, &context](const Value& x, const Value& y) {
            return calculate(op_, x, y, span_, context);
        });
    }

  private:
    // A column of integers, or one integer for all rows.
    struct Integers {
        const std::vector<std::int64_t>* each = nullptr;
        std::int64_t same = 0;
        std::int64_t operator[](std::size_t row) const { return each ? (*each)[row] : same; }
    };
    static std::optional<Integers> integers_of(const Column& column) {
        if (const auto* each = column.as<std::int64_t>()) return Integers{each, 0};
        const Value* same = column.repeated();
        if (same && same->kind() == Kind::Integer) return Integers{nullptr, same->integer()};
        return std::nullopt;
    }
    Column of_integers(const Integers& a, const Integers& b, std::size_t rows) const {
        std::vector<std::int64_t> out(rows);
        for (std::size_t row = 0; row < rows; ++row) out[row] = whole(op_, a[row], b[row], span_);
        return Column(std::move(out));
    }

    BinaryOperator op_;
    Compiled left_, right_;
    grammar::Span span_;
};

// A sign before zero changes nothing: openCypher reads -0.0 as 0.0.
double negated(double number) {
    return 0.0 - number;
}

class Sign final : public CompiledExpression {
  public:
    Sign(bool negative, Compiled operand, grammar::Span span)
        : negative_(negative), operand_(std::move(operand)), span_(span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand operand(*operand_, in, context);
        return for_each_row(in, operand, [this](const Value& value) -> Value {
            if (value.is_null()) return {};
            if (!value.is_number()) fail_type(span_, "a number after the sign", value);
            if (!negative_) return value;
            if (value.kind() == Kind::Float) return negated(value.floating());
            return whole(BinaryOperator::Subtract, 0, value.integer(), span_);
        });
    }

  private:
    bool negative_;
    Compiled operand_;
    grammar::Span span_;
};

}  // namespace

Compiled make_arithmetic(BinaryOperator op, Compiled left, Compiled right, grammar::Span span) {
    return std::make_unique<Arithmetic>(op, std::move(left), std::move(right), span);
}

Compiled make_sign(bool negative, Compiled operand, grammar::Span span) {
    const Value* value = literal_value(*operand);
    if (negative && value && value->kind() == Kind::Float)
        return std::make_unique<Literal>(negated(value->floating()));
    if (negative && value && value->kind() == Kind::Integer &&
        value->integer() != std::numeric_limits<std::int64_t>::min()) {
        return std::make_unique<Literal>(-value->integer());
    }
    return std::make_unique<Sign>(negative, std::move(operand), span);
}

}  // namespace hearsay::engine::expressions
