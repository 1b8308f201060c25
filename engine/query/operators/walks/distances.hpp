// How far it is from each vertex to the nearest of some, in edges: breadth-first from these, against the
// walk's direction, only as far as somebody asks. A search that looks for ways to them need not go where none
// can be reached.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/query/operators/walks/breadth_first.hpp"

namespace hearsay::engine {

class Distances {
  public:
    explicit Distances(const QueryContext& context) : context_(context) {}

    // Begins again, at the vertices that the distances lead to, each once. Takes 4 bytes for each vertex of
    // the graph, once.
    void begin(std::span<const graphs::VertexId> targets);
    void begin(graphs::VertexId target) { begin(std::span(&target, 1)); }

    // Goes on until every vertex of at most `most` edges' distance is known. `against`: the walk the other
    // way round. `may_take(edge, vertex)`: whether a walk may take the edge, here from `vertex`.
    template <class MayTake>
    void extend(std::int64_t most, const WalkTypes& against, const MayTake& may_take);

    // Every vertex from which a target can be reached is known.
    bool complete() const { return at_ == found_.size(); }
    // By the searches so far.
    bool known(graphs::VertexId vertex) const { return distance_[vertex.value] != unknown; }
    bool within(graphs::VertexId vertex, std::int64_t edges) const {
        return known(vertex) && distance_[vertex.value] <= edges;
    }
    std::int64_t level() const { return level_; }  // every vertex of this distance is known

  private:
    static constexpr std::uint32_t unknown = 0xffffffff;

    const QueryContext& context_;
    std::vector<std::uint32_t> distance_;  // by vertex
    std::vector<graphs::VertexId> found_;  // nearest first
    std::size_t at_ = 0;                   // whose edges are looked at next
    std::int64_t level_ = 0;
    std::size_t tried_ = 0;
};

template <class MayTake>
void Distances::extend(std::int64_t most, const WalkTypes& against, const MayTake& may_take) {
    for (; level_ < most && !complete(); ++level_) {
        for (const std::size_t end = found_.size(); at_ < end; ++at_) {
            const graphs::VertexId vertex = found_[at_];
            graphs::Neighbour neighbour;
            for (EdgeLists edges(against, vertex); edges.next(neighbour);) {
                if (++tried_ % batch_rows == 0) context_.check();
                if (known(neighbour.vertex) || !may_take(neighbour.edge, neighbour.vertex)) continue;
                make_room(found_, context_);
                found_.push_back(neighbour.vertex);
                distance_[neighbour.vertex.value] = static_cast<std::uint32_t>(level_ + 1);
            }
        }
    }
}

}  // namespace hearsay::engine
