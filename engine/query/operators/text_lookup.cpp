#include "engine/query/operators/text_lookup.hpp"

#include <algorithm>

namespace hearsay::engine {

using graphs::Value;

TextLookupOperator::TextLookupOperator(Plan& plan, const TextLookup& step, Compiled part,
                                       QueryContext& context, OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      label_name_(step.label.text),
      key_name_(step.key.text),
      test_(step.test),
      part_(std::move(part)) {}

void TextLookupOperator::begin_batch() {
    label_ = context_.graph.find_label(label_name_);
    key_ = context_.graph.find_key(key_name_);
    parts_ = part_->evaluate(in_, context_);
}

void TextLookupOperator::begin_row(std::size_t row) {
    at_ = 0;
    matches_.clear();
    const Value part = parts_.at(row);
    if (part.kind() != graphs::Kind::String) return;  // the comparison is null
    matches_ = context_.graph.find_text(label_, key_, test_, part.string(), [this](std::size_t bytes) {
        context_.check();
        context_.reserve(bytes);
    });
}

std::size_t TextLookupOperator::give(std::size_t most) {
    const std::size_t count = std::min(most, matches_.size() - at_);
    const auto begin = matches_.begin() + static_cast<std::ptrdiff_t>(at_);
    found_.insert(found_.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
    at_ += count;
    return count;
}

void TextLookupOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    out.columns.emplace_back(std::move(found_));
    found_ = {};
}

}  // namespace hearsay::engine
