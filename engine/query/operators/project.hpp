// Gives exactly the columns that are asked for, each an expression over the input.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class ProjectOperator : public InputOperator {
  public:
    ProjectOperator(Plan& plan, std::vector<Compiled> items, QueryContext& context, OperatorBox input)
        : InputOperator(plan, context, std::move(input)), items_(std::move(items)) {}

  protected:
    bool pull(Batch& out) override;

  private:
    std::vector<Compiled> items_;
};

}  // namespace hearsay::engine
