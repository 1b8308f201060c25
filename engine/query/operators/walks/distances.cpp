#include "engine/query/operators/walks/distances.hpp"

namespace hearsay::engine {

void Distances::begin(std::span<const graphs::VertexId> targets) {
    for (const graphs::VertexId vertex : found_) distance_[vertex.value] = unknown;
    found_.clear();
    at_ = 0;
    level_ = 0;
    const std::size_t capacity = context_.graph.vertex_capacity();
    if (capacity > distance_.size()) {
        context_.reserve((capacity - distance_.size()) * sizeof(std::uint32_t));
        distance_.resize(capacity, unknown);
    }
    for (const graphs::VertexId target : targets) {
        make_room(found_, context_);
        found_.push_back(target);
        distance_[target.value] = 0;
    }
}

}  // namespace hearsay::engine
