// Takes every row and gives none: the end of a query without RETURN.
#pragma once

#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class EmptyResultOperator : public InputOperator {
  public:
    using InputOperator::InputOperator;

  protected:
    bool pull(Batch& out) override {
        while (input_->next(out)) {
        }
        return false;
    }
};

}  // namespace hearsay::engine
