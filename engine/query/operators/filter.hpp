// Lets the rows through for which every predicate is true.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

// The rows of a column that are true.
std::vector<std::uint32_t> true_rows(const Column& column, std::size_t rows);

class FilterOperator : public InputOperator {
  public:
    FilterOperator(Plan& plan, std::vector<Compiled> predicates, QueryContext& context, OperatorBox input)
        : InputOperator(plan, context, std::move(input)), predicates_(std::move(predicates)) {}

  protected:
    bool pull(Batch& out) override;

  private:
    std::vector<Compiled> predicates_;
};

}  // namespace hearsay::engine
