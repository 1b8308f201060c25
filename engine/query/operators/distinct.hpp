// Lets each row through once.
#pragma once

#include "engine/query/operators/operator.hpp"
#include "engine/query/operators/row_table.hpp"

namespace hearsay::engine {

class DistinctOperator : public InputOperator {
  public:
    using InputOperator::InputOperator;
    void rewind() override;

  protected:
    bool pull(Batch& out) override;

  private:
    RowTable seen_;
};

}  // namespace hearsay::engine
