// The rows of each input, one input after the other: UNION ALL.
#pragma once

#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class ConcatenateOperator : public Operator {
  public:
    ConcatenateOperator(Plan& plan, QueryContext& context, std::vector<OperatorBox> inputs)
        : Operator(plan, context), inputs_(std::move(inputs)) {}
    void rewind() override;

  protected:
    bool pull(Batch& out) override;

  private:
    std::vector<OperatorBox> inputs_;
    std::size_t at_ = 0;
};

}  // namespace hearsay::engine
