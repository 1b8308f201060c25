// For each input row: the rows of a procedure.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class CallProcedureOperator : public RowOperator {
  public:
    CallProcedureOperator(Plan& plan, const CallProcedure& step, std::vector<Compiled> arguments,
                          QueryContext& context, OperatorBox input)
        : RowOperator(plan, context, std::move(input)), step_(step), arguments_(std::move(arguments)) {}

  protected:
    void begin_batch() override;
    void begin_row(std::size_t row) override;
    bool step() override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    const CallProcedure& step_;
    std::vector<Compiled> arguments_;
    std::vector<Column> values_;
    std::vector<graphs::List> rows_;  // of the input row at hand
    std::size_t at_ = 0;
    std::vector<graphs::List> given_;
};

}  // namespace hearsay::engine
