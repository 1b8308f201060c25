#include "engine/query/operators/walks/breadth_first.hpp"

namespace hearsay::engine {

using graphs::VertexId;

void ReachSearch::clear(Starts starts) {
    const auto same = [](VertexId vertex) { return vertex; };
    known_.clear(std::span<const VertexId>(found_).first(count_), same);  // the starts among them
    begun_.clear(std::span<const VertexId>(found_).first(starts_), same);
    known_.expect(context_.graph.vertex_capacity(), context_);
    begun_.expect(context_.graph.vertex_capacity(), context_);
    count_ = starts_ = at_ = level_end_ = 0;
    depth_ = -1;
    kind_ = starts;
}

void ReachSearch::add_start(VertexId vertex) {
    make_room_for(1);
    found_[count_++] = vertex;
    ++starts_;
    begun_.insert(vertex);
    if (kind_ != Starts::AreFound) known_.insert(vertex);
}

bool ReachSearch::next_level() {
    if (level_end_ == count_) return false;
    at_ = level_end_;
    level_end_ = count_;
    ++depth_;
    if (!most_ || depth_ < *most_) return true;
    at_ = level_end_;
    return false;
}

void ReachSearch::make_room_for(std::size_t more) {
    if (found_.size() - count_ >= more) return;
    const std::size_t grown = std::max(2 * found_.size(), count_ + more + 64);
    context_.reserve(grown * sizeof(VertexId));
    found_.resize(grown);
}

}  // namespace hearsay::engine
