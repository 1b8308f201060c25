// For each input row: a row for every item of a list. Null gives none; what is no list gives itself.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class UnwindOperator : public RowOperator {
  public:
    UnwindOperator(Plan& plan, Compiled list, QueryContext& context, OperatorBox input)
        : RowOperator(plan, context, std::move(input)), list_(std::move(list)) {}

  protected:
    void begin_batch() override { lists_ = list_->evaluate(in_, context_); }
    void begin_row(std::size_t row) override;
    bool step() override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    Compiled list_;
    Column lists_;
    graphs::Value at_hand_;
    std::size_t at_ = 0;
    std::vector<graphs::Value> items_;
};

}  // namespace hearsay::engine
