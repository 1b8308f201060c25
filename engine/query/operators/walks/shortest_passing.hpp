// For each input row: a shortest walk, or all of them, between two bound nodes, of those that have a least
// length or for which predicates are true. A walk repeats no edge. Nothing leads from a node to itself but
// the walk of no edge, as with ShortestPathOperator.
//
// Depth first for one length after the other, never farther from the end than can still be made good
// (iterative deepening with the exact distance as the bound: Korf, IDA*). What is asked of every edge or node
// is asked on the way; the other predicates, of the walks that get through, shortest first. If these hold for
// none, every walk has been tried, and there may be very many.
#pragma once

#include "engine/query/operators/walks/distances.hpp"
#include "engine/query/operators/walks/edge_properties.hpp"
#include "engine/query/operators/walks/element_filter.hpp"
#include "engine/query/operators/walks/expand.hpp"

namespace hearsay::engine {

class ShortestPassingOperator : public RowOperator {
  public:
    // `values`: of the properties that every edge must have. `tests`, `predicates`: together the step's
    // predicates, the latter over the step's columns and, if the step has a name for it, the path.
    ShortestPassingOperator(Plan& plan, const ShortestPath& step, std::vector<Compiled> values,
                            std::vector<ElementFilter> tests, std::vector<Compiled> predicates,
                            QueryContext& context, OperatorBox input);

  protected:
    void begin_batch() override;
    void begin_row(std::size_t row) override;
    std::size_t give(std::size_t most) override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    using Edges = std::vector<graphs::EdgeId>;

    std::size_t from_, to_;
    TakenEdges taken_;
    EdgeProperties properties_;
    std::vector<ElementFilter> tests_;
    std::vector<Compiled> predicates_;
    std::int64_t least_;
    std::optional<std::int64_t> most_;
    bool all_, has_path_;
    WalkTypes walk_, against_;
    VertexColumn froms_, tos_;

    // The search of the row at hand.
    std::size_t row_ = 0;
    graphs::VertexId start_, wanted_;
    Distances distances_;
    std::int64_t length_ = 0;       // of the walks that are looked for now
    bool done_ = true;              // nothing more to be found
    bool longer_ = false;           // a walk was given up only because it would be too long
    bool found_ = false;            // a walk of this length passed
    std::vector<EdgeLists> stack_;  // of the vertices on the walk at hand
    Edges edges_;                   // of it: one fewer
    std::size_t tried_ = 0;

    std::vector<Edges> candidates_;  // whole walks whose predicates are still to be asked
    std::vector<graphs::Value> passed_;
    std::size_t handed_out_ = 0;        // of `passed_`, to the row at hand
    std::vector<graphs::Value> walks_;  // given

    bool may_take(graphs::EdgeId edge, graphs::VertexId end);
    void look_from_the_end(std::int64_t edges);
    void begin_length();
    void find_candidates();
    void take_next_edge();
    void pick_passing();
    void go_on();
    graphs::Value path_of(const Edges& edges) const;
};

}  // namespace hearsay::engine
