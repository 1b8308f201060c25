// Groups the rows by their keys and gives one row a group. Without keys there is one group, even of no rows.
#pragma once

#include "engine/query/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"
#include "engine/query/operators/row_table.hpp"

namespace hearsay::engine {

class AggregateOperator : public InputOperator {
  public:
    // `arguments`: of each aggregation; count(*) has none.
    AggregateOperator(Plan& plan, const Aggregate& step, std::vector<Compiled> keys,
                      std::vector<std::vector<Compiled>> arguments, QueryContext& context, OperatorBox input);
    void rewind() override;
    void give_first(const std::vector<bool>*) override {}  // it takes all rows before it gives one

  protected:
    bool pull(Batch& out) override;

  private:
    void take_all();
    void new_group();

    const Aggregate& step_;
    std::vector<Compiled> keys_;
    std::vector<std::vector<Compiled>> arguments_;
    RowTable groups_;
    std::vector<std::vector<std::unique_ptr<Accumulator>>> accumulators_;  // by group, by aggregation
    bool taken_ = false;
    std::size_t given_ = 0;
};

}  // namespace hearsay::engine
