// Is there a walk from a vertex back to it that repeats no edge, where edges can be walked both ways?
#pragma once

#include "engine/query/operators/walks/breadth_first.hpp"

namespace hearsay::engine {

// Breadth-first from the vertex. Every vertex found belongs to a branch, the edge by which the tree of the
// search leaves the start on the way to it. The start's circles of least length are told by edges between two
// branches, see rules/reach_ends_once.
class ReturnSearch {
  public:
    explicit ReturnSearch(const QueryContext& context) : context_(context) {}

    // Of 1 to `most` edges. `may_take(edge)`: whether the walk may take the edge.
    template <class MayTake>
    bool returns(graphs::VertexId start, std::optional<std::int64_t> most, const WalkTypes& walk,
                 const MayTake& may_take);

  private:
    static constexpr std::uint32_t no_branch = 0;

    void begin();
    void add(graphs::VertexId vertex, std::uint32_t branch) {
        make_room(found_, context_);
        found_.push_back(vertex);
        branch_of_[vertex.value] = branch;
    }

    const QueryContext& context_;
    std::vector<std::uint32_t> branch_of_;  // by vertex
    std::vector<graphs::VertexId> found_;
    std::size_t tried_ = 0;
};

template <class MayTake>
bool ReturnSearch::returns(graphs::VertexId start, std::optional<std::int64_t> most, const WalkTypes& walk,
                           const MayTake& may_take) {
    const auto in_reach = [most](std::int64_t length) { return !most || length <= *most; };
    if (!in_reach(1)) return false;
    begin();
    graphs::Neighbour neighbour;
    for (EdgeLists edges(walk, start); edges.next(neighbour);) {
        if (++tried_ % batch_rows == 0) context_.check();
        if (!may_take(neighbour.edge)) continue;
        if (neighbour.vertex == start) return true;
        if (branch_of_[neighbour.vertex.value] == no_branch) {
            add(neighbour.vertex, static_cast<std::uint32_t>(found_.size() + 1));
        } else if (in_reach(2)) {
            return true;
        }
    }
    std::size_t at = 0;
    for (std::int64_t depth = 1; in_reach(2 * depth + 1) && at < found_.size(); ++depth) {
        // A vertex one level deeper is of use only if a circle may go through it.
        const bool deeper = in_reach(2 * depth + 2);
        for (const std::size_t end = found_.size(); at < end; ++at) {
            const graphs::VertexId vertex = found_[at];
            const std::uint32_t branch = branch_of_[vertex.value];
            for (EdgeLists edges(walk, vertex); edges.next(neighbour);) {
                if (++tried_ % batch_rows == 0) context_.check();
                if (neighbour.vertex == start || !may_take(neighbour.edge)) continue;
                const std::uint32_t other = branch_of_[neighbour.vertex.value];
                if (other != no_branch && other != branch) return true;
                if (other == no_branch && deeper) add(neighbour.vertex, branch);
            }
        }
    }
    return false;
}

}  // namespace hearsay::engine
