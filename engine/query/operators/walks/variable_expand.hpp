// For each input row: every walk from a bound vertex that repeats no edge, within the bounds of its length.
// There may be very many, and very few of them may lead to an end that is bound. So what was found is given
// after some time of looking, also where it does not fill a batch, and a long search for a bound end, or for
// ends that pass a test, learns where such an end can be reached from.
#pragma once

#include <unordered_set>

#include "engine/query/operators/walks/distances.hpp"
#include "engine/query/operators/walks/edge_properties.hpp"
#include "engine/query/operators/walks/expand.hpp"
#include "engine/query/operators/walks/passing_ends.hpp"

namespace hearsay::engine {

class VariableExpandOperator : public RowOperator {
  public:
    // `values`: of the step's properties, in order.
    VariableExpandOperator(Plan& plan, const VariableExpand& step, std::vector<Compiled> values,
                           PassingEnds wanted_ends, QueryContext& context, OperatorBox input);

  protected:
    void begin_batch() override;
    void begin_row(std::size_t row) override;
    std::size_t give(std::size_t most) override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    WalkTypes walk_, back_;
    std::size_t from_;
    std::optional<std::size_t> to_;
    TakenEdges taken_;
    std::int64_t least_;
    std::optional<std::int64_t> most_;
    EdgeProperties properties_;
    VertexColumn froms_, tos_;

    graphs::VertexId start_, wanted_;
    bool at_start_ = false;                      // the walk of no edge is still to be given
    std::vector<EdgeLists> stack_;               // of the vertices on the walk at hand: what is not tried yet
    std::vector<graphs::EdgeId> edges_;          // of the walk; one fewer than the stack
    std::unordered_set<graphs::EdgeId> behind_;  // the edges of a long walk behind its first few
    std::size_t tried_ = 0;                      // since the limits were looked at
    std::size_t looks_ = 0;                      // at the limits, by the `give` at hand
    std::size_t row_looks_ = 0;                  // by all of them for this row
    std::size_t batch_looks_ = 0;                // and for all rows of the input's batch
    PassingEnds wanted_ends_;                    // where no end is bound
    Distances distances_;                        // to the bound end of this row, or to the wanted ones
    bool guided_ = false;                        // `distances_` are known

    bool has_edge_, keep_edge_, keep_end_, against_;
    std::size_t given_ = 0;  // by the `give` at hand
    std::vector<graphs::Value> walks_;
    std::vector<graphs::VertexId> ends_;

    std::int64_t length() const { return static_cast<std::int64_t>(edges_.size()); }
    bool is_free(graphs::EdgeId edge) const;
    bool may_take(const EdgeLists& from, const graphs::Neighbour& neighbour) const;
    bool on_walk(graphs::EdgeId edge) const;
    void step_forth(graphs::EdgeId edge);
    void step_back();
    bool fits(std::int64_t length, graphs::VertexId end) const;
    void add(graphs::VertexId end);
    void look_up();
    bool is_worth_a_guide() const;
    void find_guide();
    bool in_reach(graphs::VertexId vertex) const;
    void go_deeper();
    void take_last(std::size_t most);
};

}  // namespace hearsay::engine
