#include "engine/query/operators/scan.hpp"

namespace hearsay::engine {

bool AllVerticesOperator::step() {
    const auto& graph = context_.graph;
    while (at_ < graph.vertex_capacity()) {
        const graphs::VertexId vertex{at_++};
        if (graph.alive(vertex)) {
            found_.push_back(vertex);
            return true;
        }
    }
    return false;
}

void AllVerticesOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_rows(in_, picked, out);
    out.columns.emplace_back(std::move(found_));
    found_ = {};
}

void LabelScanOperator::begin_row(std::size_t) {
    all_ = label_.is_none() ? std::span<const graphs::VertexId>() : context_.graph.vertices(label_);
    at_ = 0;
}

bool LabelScanOperator::step() {
    if (at_ == all_.size()) return false;
    found_.push_back(all_[at_++]);
    return true;
}

void LabelScanOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_rows(in_, picked, out);
    out.columns.emplace_back(std::move(found_));
    found_ = {};
}

}  // namespace hearsay::engine
