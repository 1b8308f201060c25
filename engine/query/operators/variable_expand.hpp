// For each input row: every walk from a bound vertex that repeats no edge, within the bounds of its length.
#pragma once

#include <unordered_set>

#include "engine/query/operators/edge_properties.hpp"
#include "engine/query/operators/expand.hpp"

namespace hearsay::engine {

class VariableExpandOperator : public RowOperator {
  public:
    // `values`: of the step's properties, in order.
    VariableExpandOperator(Plan& plan, const VariableExpand& step, std::vector<Compiled> values,
                           QueryContext& context, OperatorBox input);

  protected:
    void begin_batch() override;
    void begin_row(std::size_t row) override;
    std::size_t give(std::size_t most) override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    WalkTypes walk_;
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
    std::size_t tried_ = 0;

    bool has_edge_, keep_edge_, keep_end_, against_;
    std::size_t given_ = 0;  // by the `give` at hand
    std::vector<graphs::Value> walks_;
    std::vector<graphs::VertexId> ends_;

    std::int64_t length() const { return static_cast<std::int64_t>(edges_.size()); }
    bool may_take(const EdgeLists& from, const graphs::Neighbour& neighbour) const;
    bool on_walk(graphs::EdgeId edge) const;
    void step_forth(graphs::EdgeId edge);
    void step_back();
    bool fits(std::int64_t length, graphs::VertexId end) const;
    void add(graphs::VertexId end);
    void go_deeper();
    void take_last(std::size_t most);
};

}  // namespace hearsay::engine
