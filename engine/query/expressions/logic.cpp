// AND, OR, XOR, NOT, IS NULL: Kleene's three-valued logic.
#include "engine/query/expressions/nodes.hpp"

namespace hearsay::engine::expressions {
namespace {

using graphs::Value;

class Not final : public CompiledExpression {
  public:
    Not(Compiled operand, grammar::Span span) : operand_(std::move(operand)), span_(span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand operand(*operand_, in, context);
        return for_each_row(in, operand, [this](const Value& value) -> Value {
            const Truth truth = truth_of(value, span_);
            return truth == Truth::Unknown ? Value() : Value(truth == Truth::False);
        });
    }

  private:
    Compiled operand_;
    grammar::Span span_;
};

class NullTest final : public CompiledExpression {
  public:
    NullTest(Compiled operand, bool null_is_true)
        : operand_(std::move(operand)), null_is_true_(null_is_true) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand operand(*operand_, in, context);
        return for_each_row(in, operand,
                            [this](const Value& value) -> Value { return value.is_null() == null_is_true_; });
    }

  private:
    Compiled operand_;
    bool null_is_true_;
};

// AND is decided by false, OR by true: the right side is evaluated only on the rows that the left side leaves
// open.
class Connective final : public CompiledExpression {
  public:
    Connective(bool conjunction, Compiled left, grammar::Span left_span, Branch right,
               grammar::Span right_span)
        : deciding_(conjunction ? Truth::False : Truth::True),
          left_(std::move(left)),
          right_(std::move(right)),
          left_span_(left_span),
          right_span_(right_span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        std::vector<Truth> truths(in.rows);
        Rows open;
        {
            Operand left(*left_, in, context);
            for (std::size_t row = 0; row < in.rows; ++row) {
                truths[row] = truth_of(left[row], left_span_);
                if (truths[row] != deciding_) open.push_back(static_cast<std::uint32_t>(row));
            }
        }
        if (!open.empty()) {
            const Column right = right_.on(in, open, context);
            Reader reader(right);
            for (std::size_t i = 0; i < open.size(); ++i) {
                const Truth truth = truth_of(reader[i], right_span_);
                Truth& so_far = truths[open[i]];
                if (truth == deciding_ || truth == Truth::Unknown) so_far = truth;
            }
        }
        std::vector<Value> out;
        out.reserve(in.rows);
        for (Truth truth : truths) out.push_back(value_of(truth));
        return Column(std::move(out));
    }

  private:
    Truth deciding_;
    Compiled left_;
    Branch right_;
    grammar::Span left_span_, right_span_;
};

class ExclusiveOr final : public CompiledExpression {
  public:
    ExclusiveOr(Compiled left, grammar::Span left_span, Compiled right, grammar::Span right_span)
        : left_(std::move(left)), right_(std::move(right)), left_span_(left_span), right_span_(right_span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand left(*left_, in, context), right(*right_, in, context);
        return for_each_row(in, left, right, [this](const Value& a, const Value& b) -> Value {
            const Truth one = truth_of(a, left_span_), other = truth_of(b, right_span_);
            if (one == Truth::Unknown || other == Truth::Unknown) return {};
            return one != other;
        });
    }

  private:
    Compiled left_, right_;
    grammar::Span left_span_, right_span_;
};

}  // namespace

Compiled make_not(Compiled operand, grammar::Span operand_span) {
    return std::make_unique<Not>(std::move(operand), operand_span);
}
Compiled make_null_test(Compiled operand, bool null_is_true) {
    return std::make_unique<NullTest>(std::move(operand), null_is_true);
}
Compiled make_connective(bool conjunction, Compiled left, grammar::Span left_span, Branch right,
                         grammar::Span right_span) {
    return std::make_unique<Connective>(conjunction, std::move(left), left_span, std::move(right),
                                        right_span);
}
Compiled make_exclusive_or(Compiled left, grammar::Span left_span, Compiled right, grammar::Span right_span) {
    return std::make_unique<ExclusiveOr>(std::move(left), left_span, std::move(right), right_span);
}

}  // namespace hearsay::engine::expressions
