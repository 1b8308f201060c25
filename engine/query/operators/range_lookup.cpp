#include "engine/query/operators/range_lookup.hpp"

namespace hearsay::engine {

RangeLookupOperator::RangeLookupOperator(Plan& plan, const RangeLookup& step, Compiled low, Compiled high,
                                         QueryContext& context, OperatorBox input)
    : PropertyLookupOperator(plan, step, context, std::move(input)),
      low_{std::move(low), step.low && step.low->included, {}},
      high_{std::move(high), step.high && step.high->included, {}} {}

void RangeLookupOperator::evaluate() {
    for (Side* side : {&low_, &high_}) {
        if (side->bound) side->values = side->bound->evaluate(in_, context_);
    }
}

std::optional<graphs::ValueRange::Bound> RangeLookupOperator::Side::at(std::size_t row) const {
    if (!bound) return std::nullopt;
    return graphs::ValueRange::Bound{values.at(row), included};
}

void RangeLookupOperator::begin_row(std::size_t row) {
    list(context_.graph.find_between(label_, key_, {low_.at(row), high_.at(row)}, progress_));
}

}  // namespace hearsay::engine
