#include "engine/query/operators/walks/return_search.hpp"

namespace hearsay::engine {

void ReturnSearch::begin() {
    for (graphs::VertexId vertex : found_) branch_of_[vertex.value] = no_branch;
    found_.clear();
    const std::size_t capacity = context_.graph.vertex_capacity();
    if (branch_of_.size() >= capacity) return;
    context_.reserve(capacity * sizeof(std::uint32_t));
    branch_of_.resize(capacity, no_branch);
}

}  // namespace hearsay::engine
