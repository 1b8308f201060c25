// The leaf of a plan: the rows that the step around it gives, or one row without columns.
#pragma once

#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

// Where an enclosing step puts the rows before it rewinds the inner plan.
struct ArgumentRows {
    Batch batch{1, {}};
};

class ArgumentOperator : public Operator {
  public:
    ArgumentOperator(Plan& plan, QueryContext& context, const ArgumentRows& rows)
        : Operator(plan, context), rows_(rows) {}
    void rewind() override { given_ = false; }

  protected:
    bool pull(Batch& out) override;

  private:
    const ArgumentRows& rows_;
    bool given_ = false;
};

}  // namespace hearsay::engine
