#include "engine/query/operators/range_lookup.hpp"

#include <algorithm>

namespace hearsay::engine {

RangeLookupOperator::RangeLookupOperator(Plan& plan, const RangeLookup& step, Compiled low, Compiled high,
                                         QueryContext& context, OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      label_name_(step.label.text),
      key_name_(step.key.text),
      low_{std::move(low), step.low && step.low->included, {}},
      high_{std::move(high), step.high && step.high->included, {}} {}

void RangeLookupOperator::begin_batch() {
    label_ = context_.graph.find_label(label_name_);
    key_ = context_.graph.find_key(key_name_);
    for (Side* side : {&low_, &high_}) {
        if (side->bound) side->values = side->bound->evaluate(in_, context_);
    }
}

std::optional<graphs::ValueRange::Bound> RangeLookupOperator::Side::at(std::size_t row) const {
    if (!bound) return std::nullopt;
    return graphs::ValueRange::Bound{values.at(row), included};
}

void RangeLookupOperator::begin_row(std::size_t row) {
    at_ = 0;
    matches_ =
        context_.graph.find_between(label_, key_, {low_.at(row), high_.at(row)}, [this](std::size_t bytes) {
            context_.check();
            context_.reserve(bytes);
        });
}

std::size_t RangeLookupOperator::give(std::size_t most) {
    const std::size_t count = std::min(most, matches_.size() - at_);
    const auto begin = matches_.begin() + static_cast<std::ptrdiff_t>(at_);
    found_.insert(found_.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
    at_ += count;
    return count;
}

void RangeLookupOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    out.columns.emplace_back(std::move(found_));
    found_ = {};
}

}  // namespace hearsay::engine
