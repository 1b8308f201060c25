// For each input row: the number of edges at a bound vertex, looked up and not walked. Rows without edges are
// dropped, or they alone are kept.
#pragma once

#include "engine/query/operators/operator.hpp"
#include "engine/query/operators/walks/neighbours.hpp"

namespace hearsay::engine {

class CountEdgesOperator : public InputOperator {
  public:
    CountEdgesOperator(Plan& plan, const CountEdges& step, QueryContext& context, OperatorBox input);

  protected:
    bool pull(Batch& out) override;

  private:
    std::int64_t edges_at(graphs::VertexId vertex) const;
    // How many of the edges that the row's MATCH has taken are among those.
    std::int64_t taken(const Batch& in, std::size_t row, graphs::VertexId vertex);
    void take(graphs::EdgeId edge, graphs::VertexId vertex);

    WalkTypes walk_;
    std::size_t from_;
    std::vector<std::size_t> unlike_;
    bool none_, keep_number_;
    std::vector<graphs::EdgeId> taken_;
};

}  // namespace hearsay::engine
