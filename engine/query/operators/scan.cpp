#include "engine/query/operators/scan.hpp"

namespace hearsay::engine {

std::size_t AllVerticesOperator::give(std::size_t most) {
    const auto& graph = context_.graph;
    const std::size_t before = found_.size();
    const std::size_t capacity = graph.vertex_capacity();
    found_.reserve(before + std::min(most, capacity - at_));
    std::size_t tried = 0;
    while (at_ < capacity && found_.size() - before < most) {
        if (++tried % batch_rows == 0) context_.check();  // many may have been removed
        const graphs::VertexId vertex{at_++};
        if (graph.alive(vertex)) found_.push_back(vertex);
    }
    return found_.size() - before;
}

void LabelScanOperator::begin_row(std::size_t) {
    left_ = label_.is_none() ? std::span<const graphs::VertexId>() : context_.graph.vertices(label_);
}

OrderedScanOperator::OrderedScanOperator(Plan& plan, const LabelScan& step, QueryContext& context,
                                         OperatorBox input)
    : VertexSource(plan, context, std::move(input)),
      label_name_(step.label.text),
      key_name_(step.order->key.text),
      descending_(step.order->descending),
      first_rows_(std::clamp<std::size_t>(step.order->first, 1, batch_rows)),
      progress_(context.progress()) {
    most_rows_ = first_rows_;
}

void OrderedScanOperator::rewind() {
    most_rows_ = first_rows_;
    VertexSource::rewind();
}

void OrderedScanOperator::begin_batch() {
    label_ = context_.graph.find_label(label_name_);
    key_ = context_.graph.find_key(key_name_);
}

void OrderedScanOperator::begin_row(std::size_t) {
    walk_ = context_.graph.in_order(label_, key_, descending_, progress_);
}

void OrderedScanOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    VertexSource::finish(picked, out);
    most_rows_ = std::min(2 * most_rows_, batch_rows);
}

}  // namespace hearsay::engine
