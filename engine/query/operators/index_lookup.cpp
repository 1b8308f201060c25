#include "engine/query/operators/index_lookup.hpp"

namespace hearsay::engine {

using graphs::Value;

IndexLookupOperator::IndexLookupOperator(Plan& plan, const IndexLookup& step, Compiled value,
                                         QueryContext& context, OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      label_name_(step.label.text),
      key_name_(step.key.text),
      value_(std::move(value)) {}

void IndexLookupOperator::begin_batch() {
    label_ = context_.graph.find_label(label_name_);
    key_ = context_.graph.find_key(key_name_);
    values_ = value_->evaluate(in_, context_);
}

void IndexLookupOperator::begin_row(std::size_t row) {
    at_ = 0;
    matches_ = {};
    wanted_ = values_.at(row);
    if (label_.is_none() || key_.is_none() || wanted_.is_null()) return;
    matches_ = context_.graph.find(label_, key_, wanted_);
}

bool IndexLookupOperator::step() {
    while (at_ < matches_.size()) {
        const graphs::VertexId vertex = matches_[at_++];
        // The index takes NaN and nulls in lists as equal to themselves; `=` does not.
        const Value equal = graphs::equals(context_.graph.property(vertex, key_), wanted_);
        if (!equal.is_null() && equal.boolean()) {
            found_.push_back(vertex);
            return true;
        }
    }
    return false;
}

void IndexLookupOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    out.columns.emplace_back(std::move(found_));
    found_ = {};
}

}  // namespace hearsay::engine
