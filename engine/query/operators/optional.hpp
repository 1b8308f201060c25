// For each outer row the rows of the inner plan, or one row with nulls if there are none: OPTIONAL MATCH.
// The inner plan runs once for a batch of outer rows; its rows keep their outer row's number in the first
// column.
#pragma once

#include "engine/query/operators/argument.hpp"

namespace hearsay::engine {

class OptionalOperator : public InputOperator {
  public:
    OptionalOperator(Plan& plan, QueryContext& context, OperatorBox outer, std::unique_ptr<ArgumentRows> rows,
                     OperatorBox inner);
    void rewind() override;

  protected:
    bool pull(Batch& out) override;

  private:
    std::unique_ptr<ArgumentRows> rows_;
    OperatorBox inner_;
    std::vector<std::size_t> added_;  // columns of the inner plan that the outer has not
    Batch outer_;
    std::size_t next_outer_ = 0;  // the first outer row that has not been given with nulls or matched
    bool inner_open_ = false;
};

// Puts the rows' numbers, as integers, before the columns of `batch`.
Batch numbered(const Batch& batch);

}  // namespace hearsay::engine
