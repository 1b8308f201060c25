// The pattern's edge, or list of edges, has a value already: gives the two ends of it, each way that fits.
#pragma once

#include "engine/query/operators/walks/expand.hpp"

namespace hearsay::engine {

class FollowEdgesOperator : public RowOperator {
  public:
    FollowEdgesOperator(Plan& plan, const FollowEdges& step, QueryContext& context, OperatorBox input);

  protected:
    void begin_batch() override { walk_.resolve(context_.graph); }
    void begin_row(std::size_t row) override;
    bool step() override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    WalkTypes walk_;
    bool typed_, list_;
    std::size_t edge_;
    std::optional<std::size_t> from_, to_;  // columns of bound ends
    bool same_end_;                         // both ends are one variable: (a)-[r]-(a)
    TakenEdges taken_;

    std::vector<std::pair<graphs::VertexId, graphs::VertexId>> ends_;  // of the row at hand
    std::size_t at_ = 0;
    std::vector<graphs::VertexId> froms_, tos_;

    void try_way(std::size_t row, const std::vector<graphs::EdgeId>& edges, graphs::VertexId begin);
};

}  // namespace hearsay::engine
