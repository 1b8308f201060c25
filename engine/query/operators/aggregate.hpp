// Groups the rows by their keys and gives one row a group. Without keys there is one group, even of no rows.
#pragma once

#include "engine/query/aggregations/grouped_accumulator.hpp"
#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/groups/group_table.hpp"
#include "engine/query/operators/operator.hpp"

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
    void begin();
    void take_all();

    const Aggregate& step_;
    std::vector<Compiled> keys_;
    std::vector<std::vector<Compiled>> arguments_;
    std::vector<std::vector<std::size_t>> weights_;  // of each aggregation: columns of the input
    GroupTable groups_;
    std::vector<std::unique_ptr<GroupedAccumulator>> accumulators_;  // by aggregation
    bool taken_ = false;
    std::size_t given_ = 0;
};

}  // namespace hearsay::engine
