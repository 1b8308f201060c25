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
        if (const Value* same = operand.repeated(); same && in.rows > 0)
            return Column::repeat(value_of(negated(truth_of(*same, span_))), in.rows);
        std::vector<Truth> truths = truths_of(operand.column(), span_);
        for (Truth& truth : truths) truth = negated(truth);
        return Column(std::move(truths));
    }

  private:
    static Truth negated(Truth truth) {
        return truth == Truth::Unknown ? truth : truth_from(truth == Truth::False);
    }

    Compiled operand_;
    grammar::Span span_;
};

class NullTest final : public CompiledExpression {
  public:
    NullTest(Compiled operand, bool null_is_true)
        : operand_(std::move(operand)), null_is_true_(null_is_true) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand operand(*operand_, in, context);
        const Column& column = operand.column();
        if (const Value* same = column.repeated())
            return Column::repeat(same->is_null() == null_is_true_, in.rows);
        if (column.as<std::int64_t>() || column.as<Dates>()) return Column::repeat(!null_is_true_, in.rows);
        std::vector<Truth> truths(in.rows);
        for (std::size_t row = 0; row < in.rows; ++row)
            truths[row] = truth_from(column.is_null(row) == null_is_true_);
        return Column(std::move(truths));
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
        std::vector<Truth> truths = truths_of(Operand(*left_, in, context).column(), left_span_);
        Rows open(in.rows);
        std::size_t left_open = 0;
        for (std::size_t row = 0; row < in.rows; ++row) {
            open[left_open] = static_cast<std::uint32_t>(row);
            left_open += truths[row] != deciding_ ? 1 : 0;
        }
        open.resize(left_open);
        if (!open.empty()) {
            const std::vector<Truth> right = truths_of(right_.on(in, open, context), right_span_);
            for (std::size_t i = 0; i < open.size(); ++i) {
                Truth& so_far = truths[open[i]];
                if (right[i] == deciding_ || right[i] == Truth::Unknown) so_far = right[i];
            }
        }
        return Column(std::move(truths));
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
        return for_each_truth(in, left, right, [this](const Value& a, const Value& b) {
            const Truth one = truth_of(a, left_span_), other = truth_of(b, right_span_);
            if (one == Truth::Unknown || other == Truth::Unknown) return Truth::Unknown;
            return truth_from(one != other);
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
