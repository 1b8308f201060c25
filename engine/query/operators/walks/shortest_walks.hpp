// All shortest walks between two vertices, one after the other.
#pragma once

#include "engine/query/operators/walks/breadth_first.hpp"

namespace hearsay::engine {

// One of the two searches: what it found, level by level, and how it got there.
struct SearchSide {
    struct Found {
        graphs::VertexId vertex;
        graphs::EdgeId edge;       // that led there first
        std::uint32_t before = 0;  // where this edge came from: an index of `found`
    };

    WalkTypes walk;
    VertexSet known;
    std::vector<Found> found;
    std::vector<std::uint32_t> levels;  // where each begins in `found`; the first is the origin alone

    std::int64_t depth() const { return static_cast<std::int64_t>(levels.size()) - 1; }
    std::span<const Found> level(std::size_t index) const {
        const std::size_t end = index + 1 < levels.size() ? levels[index + 1] : found.size();
        return std::span(found).subspan(levels[index], end - levels[index]);
    }
    std::span<const Found> last_level() const { return level(levels.size() - 1); }

    // Begins again at the origin.
    void begin(graphs::VertexId origin, const QueryContext& context);
};

// The shortest walks from a search's origin to those vertices of its last level at which the two searches
// met: a graph of levels, where each step leads one level nearer to the origin.
class WalksToOrigin {
  public:
    // `against`: the walk of the search, the other way round. `may_take(edge)`: whether a walk may take it.
    template <class MayTake>
    void make(const SearchSide& side, const WalkTypes& against, std::span<const graphs::VertexId> meetings,
              VertexSet& scratch, const QueryContext& context, const MayTake& may_take);

    // The walks from a meeting, by its index, one after the other: each `next` puts one into `edges`.
    void begin(std::uint32_t meeting);
    bool next(const QueryContext& context);
    const std::vector<graphs::EdgeId>& edges() const { return edges_; }  // from the meeting to the origin

  private:
    struct Step {
        std::uint32_t node;
        graphs::EdgeId edge;
    };
    struct Place {
        std::uint32_t node, next;  // the next step to try
    };

    std::vector<std::uint32_t> first_;  // by node: its first step; one more behind the last
    std::vector<Step> steps_;
    std::vector<Place> stack_;
    std::vector<graphs::EdgeId> edges_;
};

template <class MayTake>
void WalksToOrigin::make(const SearchSide& side, const WalkTypes& against,
                         std::span<const graphs::VertexId> meetings, VertexSet& scratch,
                         const QueryContext& context, const MayTake& may_take) {
    first_.clear();
    steps_.clear();
    std::vector<graphs::VertexId> here(meetings.begin(), meetings.end()), before;
    std::vector<graphs::VertexId> ends;  // of the level's steps
    std::uint32_t nodes = 0;
    std::size_t tried = 0;
    for (std::size_t level = side.levels.size() - 1; level > 0; --level) {
        const auto nearer = side.level(level - 1);
        for (const auto& each : nearer) scratch.insert(each.vertex);
        ends.clear();
        const std::size_t old_steps = steps_.size();
        for (graphs::VertexId vertex : here) {
            make_room(first_, context);
            first_.push_back(static_cast<std::uint32_t>(steps_.size()));
            EdgeLists edges(against, vertex);
            for (graphs::Neighbour neighbour; edges.next(neighbour);) {
                if (++tried % batch_rows == 0) context.check();
                if (!scratch.contains(neighbour.vertex) || !may_take(neighbour.edge)) continue;
                make_room(steps_, context);
                make_room(ends, context);
                steps_.push_back({0, neighbour.edge});
                ends.push_back(neighbour.vertex);
            }
        }
        for (const auto& each : nearer) scratch.erase(each.vertex);
        nodes += static_cast<std::uint32_t>(here.size());
        before = ends;
        std::sort(before.begin(), before.end());
        before.erase(std::unique(before.begin(), before.end()), before.end());
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const auto place = std::lower_bound(before.begin(), before.end(), ends[i]);
            steps_[old_steps + i].node = nodes + static_cast<std::uint32_t>(place - before.begin());
        }
        std::swap(here, before);
        context.check();
    }
    first_.insert(first_.end(), here.size() + 1, static_cast<std::uint32_t>(steps_.size()));  // the origin
}

}  // namespace hearsay::engine
