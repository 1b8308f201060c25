// Lets each row through once.
#pragma once

#include "engine/query/groups/seen_rows.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class DistinctOperator : public InputOperator {
  public:
    using InputOperator::InputOperator;
    void rewind() override;

  protected:
    bool pull(Batch& out) override;

  private:
    SeenRows seen_;
};

}  // namespace hearsay::engine
