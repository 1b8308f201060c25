// For each input row: the vertices with a label whose property has the row's value.
#pragma once

#include "engine/query/operators/vertex_source.hpp"

namespace hearsay::engine {

class IndexLookupOperator : public PropertyLookupOperator {
  public:
    IndexLookupOperator(Plan& plan, const IndexLookup& step, Compiled value, QueryContext& context,
                        OperatorBox input)
        : PropertyLookupOperator(plan, step, context, std::move(input)), value_(std::move(value)) {}

  protected:
    void evaluate() override { values_ = value_->evaluate(in_, context_); }
    void begin_row(std::size_t row) override;

  private:
    Compiled value_;
    Column values_;
};

}  // namespace hearsay::engine
