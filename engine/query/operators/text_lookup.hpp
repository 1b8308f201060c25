// For each input row: the vertices with a label whose property is a text that contains, begins with or ends
// with the row's value.
#pragma once

#include "engine/query/operators/vertex_source.hpp"

namespace hearsay::engine {

class TextLookupOperator : public PropertyLookupOperator {
  public:
    TextLookupOperator(Plan& plan, const TextLookup& step, Compiled part, QueryContext& context,
                       OperatorBox input)
        : PropertyLookupOperator(plan, step, context, std::move(input)),
          test_(step.test),
          in_order_(step.in_order),
          part_(std::move(part)) {}

  protected:
    void evaluate() override { parts_ = part_->evaluate(in_, context_); }
    void begin_row(std::size_t row) override;

  private:
    graphs::TextPredicate test_;
    bool in_order_;
    Compiled part_;
    Column parts_;
};

}  // namespace hearsay::engine
