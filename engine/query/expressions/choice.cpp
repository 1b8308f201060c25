// CASE and coalesce: each branch is evaluated only on the rows that come to it.
#include "engine/query/expressions/nodes.hpp"

namespace hearsay::engine::expressions {
namespace {

using graphs::Value;

void put(std::vector<Value>& out, const Rows& rows, const Branch& branch, const Batch& in,
         QueryContext& context) {
    if (rows.empty()) return;
    const Column column = branch.on(in, rows, context);
    for (std::size_t i = 0; i < rows.size(); ++i) out[rows[i]] = column.at(i);
}

class Case final : public CompiledExpression {
  public:
    Case(Compiled subject, std::vector<Alternative> alternatives, std::optional<Branch> otherwise)
        : subject_(std::move(subject)),
          alternatives_(std::move(alternatives)),
          otherwise_(std::move(otherwise)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        std::vector<Value> out(in.rows);
        Rows open(in.rows);
        for (std::size_t row = 0; row < in.rows; ++row) open[row] = static_cast<std::uint32_t>(row);
        Column subject;
        if (subject_) subject = subject_->evaluate(in, context);
        for (const Alternative& alternative : alternatives_) {
            if (open.empty()) break;
            const Column when = alternative.when.on(in, open, context);
            Rows chosen, left;
            for (std::size_t i = 0; i < open.size(); ++i) {
                const bool holds = subject_ ? is_true(graphs::equals(subject.at(open[i]), when.at(i)))
                                            : truth_of(when.at(i), alternative.when_span) == Truth::True;
                (holds ? chosen : left).push_back(open[i]);
            }
            put(out, chosen, alternative.then, in, context);
            open = std::move(left);
        }
        if (otherwise_) put(out, open, *otherwise_, in, context);
        return Column(std::move(out));
    }

  private:
    static bool is_true(const Value& value) {
        return value.kind() == graphs::Kind::Boolean && value.boolean();
    }

    Compiled subject_;
    std::vector<Alternative> alternatives_;
    std::optional<Branch> otherwise_;
};

class Coalesce final : public CompiledExpression {
  public:
    explicit Coalesce(std::vector<Branch> choices) : choices_(std::move(choices)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        std::vector<Value> out(in.rows);
        Rows open(in.rows);
        for (std::size_t row = 0; row < in.rows; ++row) open[row] = static_cast<std::uint32_t>(row);
        for (const Branch& choice : choices_) {
            put(out, open, choice, in, context);
            std::erase_if(open, [&out](std::uint32_t row) { return !out[row].is_null(); });
        }
        return Column(std::move(out));
    }

  private:
    std::vector<Branch> choices_;
};

}  // namespace

Compiled make_case(Compiled subject, std::vector<Alternative> alternatives, std::optional<Branch> otherwise) {
    return std::make_unique<Case>(std::move(subject), std::move(alternatives), std::move(otherwise));
}
Compiled make_coalesce(std::vector<Branch> choices) {
    return std::make_unique<Coalesce>(std::move(choices));
}

}  // namespace hearsay::engine::expressions
