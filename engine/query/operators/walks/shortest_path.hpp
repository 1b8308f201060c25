// For each input row: a shortest walk, or all of them, between two bound nodes.
// Breadth-first search from both ends, the one with fewer edges ahead first.
#pragma once

#include "engine/query/operators/walks/edge_properties.hpp"
#include "engine/query/operators/walks/expand.hpp"
#include "engine/query/operators/walks/shortest_walks.hpp"

namespace hearsay::engine {

class ShortestPathOperator : public RowOperator {
  public:
    // `values`: of the properties that every edge must have, in order.
    ShortestPathOperator(Plan& plan, const ShortestPath& step, std::vector<Compiled> values,
                         QueryContext& context, OperatorBox input);

  protected:
    void begin_batch() override;
    void begin_row(std::size_t row) override;
    bool step() override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    std::size_t from_, to_;
    TakenEdges taken_;
    EdgeProperties properties_;
    std::int64_t least_;
    std::optional<std::int64_t> most_;
    bool all_, keep_edges_;
    VertexColumn froms_, tos_;

    SearchSide forth_, back_;
    std::vector<graphs::VertexId> meetings_;  // of the two searches; only one unless all walks are wanted
    std::size_t tried_ = 0;

    // What is left to give for the row at hand.
    bool one_left_ = false;        // the walk that the two searches say, or the one of no edge
    std::uint32_t meeting_ = 0;    // of all walks: where the next one goes through
    WalksToOrigin heads_, tails_;  // its two halves
    bool in_head_ = false;         // the first half stays for another second half
    VertexSet scratch_;
    std::vector<graphs::Value> walks_;  // given

    template <class MayTake>
    void find(graphs::VertexId from, graphs::VertexId to, const MayTake& may_take);
    template <class MayTake>
    void advance(SearchSide& side, const SearchSide& other, const MayTake& may_take);
    graphs::List one_walk() const;
    bool next_walk();
};

}  // namespace hearsay::engine
