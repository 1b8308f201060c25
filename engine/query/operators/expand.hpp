// For each input row: the edges at a bound vertex, with their other ends.
#pragma once

#include "engine/query/operators/neighbours.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

// The edges of a row that its MATCH has taken already, single or in lists: no edge is taken twice.
class TakenEdges {
  public:
    TakenEdges(const Layout& layout, const std::vector<std::string>& columns);
    bool contains(const Batch& batch, std::size_t row, graphs::EdgeId edge) const;

  private:
    std::vector<std::size_t> columns_;
};

class ExpandOperator : public RowOperator {
  public:
    ExpandOperator(Plan& plan, const Expand& step, QueryContext& context, OperatorBox input);

  protected:
    void begin_batch() override {
        walk_.resolve(context_.graph);
        back_ = walk_.reversed();
    }
    void begin_row(std::size_t row) override;
    bool step() override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    WalkTypes walk_, back_;  // from either end
    std::size_t from_;
    std::optional<std::size_t> to_;  // column, if it is bound
    TakenEdges taken_;
    std::size_t row_ = 0;
    graphs::VertexId wanted_;
    Neighbours neighbours_;
    bool keep_edge_;
    std::vector<graphs::EdgeId> edges_;
    std::vector<graphs::VertexId> ends_;
};

}  // namespace hearsay::engine
