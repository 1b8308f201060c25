// Breadth-first search over the graph, level by level, with a bit a vertex for what was found.
#pragma once

#include <algorithm>
#include <optional>
#include <type_traits>
#include <vector>

#include "engine/query/operators/walks/neighbours.hpp"
#include "engine/query/running/batch.hpp"
#include "engine/query/running/context.hpp"

namespace hearsay::engine {

// A set of vertices. Takes a bit for each vertex of the graph, once; emptied in the time that it took to
// fill.
class VertexSet {
  public:
    // Room for the ids below `capacity`.
    void expect(std::size_t capacity, const QueryContext& context) {
        const std::size_t words = (capacity + 63) / 64;
        if (words <= words_.size()) return;
        context.reserve((words - words_.size()) * sizeof(std::uint64_t));
        words_.resize(words);
    }
    bool contains(graphs::VertexId vertex) const { return (word(vertex) >> (vertex.value & 63) & 1U) != 0; }
    void insert(graphs::VertexId vertex) { words_[vertex.value >> 6] |= bit(vertex); }
    void erase(graphs::VertexId vertex) { words_[vertex.value >> 6] &= ~bit(vertex); }
    // Takes the members out. REQUIRES: `members` has all of them.
    template <class Members, class VertexOf>
    void clear(const Members& members, const VertexOf& vertex_of) {
        if (members.size() >= words_.size()) {
            std::fill(words_.begin(), words_.end(), 0);
        } else {
            for (const auto& member : members) words_[vertex_of(member).value >> 6] = 0;
        }
    }

  private:
    static std::uint64_t bit(graphs::VertexId vertex) { return std::uint64_t{1} << (vertex.value & 63); }
    std::uint64_t word(graphs::VertexId vertex) const { return words_[vertex.value >> 6]; }

    std::vector<std::uint64_t> words_;
};

// Says of no edge that it may not be taken.
struct AnyEdge {
    bool operator()(graphs::EdgeId) const { return true; }
};

// Finds every vertex that at most `most` edges lead to from one of the starts, each once, nearest first. See
// rules/reach_ends_once for which walks have these ends.
class ReachSearch {
  public:
    enum class Starts {
        AreEnds,
        AreNone,
        AreFound,  // ends if edges lead to them, from themselves or from another
    };
    ReachSearch(const QueryContext& context, std::optional<std::int64_t> most)
        : context_(context), most_(most) {}

    // Begins again, without starts.
    void clear(Starts starts);
    // REQUIRES: not none(), and not added before; nothing was searched since `clear`.
    void add_start(graphs::VertexId vertex);

    // Goes on until at least `wanted` vertices are known, or there are no more. `may_take(edge)`: whether a
    // walk may take the edge.
    template <class MayTake>
    void search(std::size_t wanted, const WalkTypes& walk, const MayTake& may_take);
    // All that are known so far.
    std::span<const graphs::VertexId> ends() const {
        return std::span(found_).first(count_).subspan(kind_ == Starts::AreEnds ? 0 : starts_);
    }

  private:
    bool next_level();
    void make_room_for(std::size_t more);

    const QueryContext& context_;
    std::optional<std::int64_t> most_;
    Starts kind_ = Starts::AreFound;

    VertexSet known_;                      // as ends
    VertexSet begun_;                      // the starts
    std::vector<graphs::VertexId> found_;  // first `count_`: the starts, then the ends in order
    std::size_t count_ = 0, starts_ = 0;
    std::size_t at_ = 0, level_end_ = 0;  // the place in the level whose edges are looked at
    std::int64_t depth_ = -1;             // of that level
    std::size_t tried_ = 0;
};

template <class MayTake>
void ReachSearch::search(std::size_t wanted, const WalkTypes& walk, const MayTake& may_take) {
    while (ends().size() < wanted) {
        if (at_ == level_end_ && !next_level()) return;
        const graphs::VertexId vertex = found_[at_++];
        if (at_ > starts_ && begun_.contains(vertex)) continue;  // a start that is an end too
        for (const Leg& leg : walk.legs) {
            const auto edges = leg.at(vertex);
            if (edges.empty()) continue;
            make_room_for(edges.size());
            // Without a branch on what is new: what is not is written over by the next one.
            graphs::VertexId* end = found_.data() + count_;
            for (const graphs::Neighbour& neighbour : edges) {
                *end = neighbour.vertex;
                bool is_new = !known_.contains(neighbour.vertex);
                if constexpr (std::is_same_v<MayTake, AnyEdge>) {
                    known_.insert(neighbour.vertex);
                } else {
                    is_new = is_new && may_take(neighbour.edge);
                    if (is_new) known_.insert(neighbour.vertex);
                }
                end += static_cast<std::ptrdiff_t>(is_new);
            }
            count_ = static_cast<std::size_t>(end - found_.data());
            tried_ += edges.size();
        }
        if (++tried_ >= 4 * batch_rows) {
            context_.check();
            tried_ = 0;
        }
    }
}

}  // namespace hearsay::engine
