#include "engine/query/operators/scan.hpp"

#include <algorithm>

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

void AllVerticesOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    out.columns.emplace_back(std::move(found_));
    found_ = {};
}

void LabelScanOperator::begin_row(std::size_t) {
    left_ = label_.is_none() ? std::span<const graphs::VertexId>() : context_.graph.vertices(label_);
}

std::size_t LabelScanOperator::give(std::size_t most) {
    const auto part = left_.first(std::min(most, left_.size()));
    left_ = left_.subspan(part.size());
    found_.insert(found_.end(), part.begin(), part.end());
    return part.size();
}

void LabelScanOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    out.columns.emplace_back(std::move(found_));
    found_ = {};
}

}  // namespace hearsay::engine
