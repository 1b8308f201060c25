// For each input row: a shortest walk, or all of them, between two bound nodes.
// Breadth-first search from both ends, the smaller frontier first.
#pragma once

#include <unordered_map>

#include "engine/query/operators/variable_expand.hpp"

namespace hearsay::engine {

class ShortestPathOperator : public RowOperator {
  public:
    ShortestPathOperator(Plan& plan, const ShortestPath& step, std::vector<Compiled> values,
                         QueryContext& context, OperatorBox input);

  protected:
    void begin_batch() override {
        walk_.resolve(context_.graph);
        properties_.begin_batch(in_, context_);
    }
    void begin_row(std::size_t row) override;
    bool step() override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    // One of the two searches: for each vertex that it reached, the distance and every edge that leads there
    // on a shortest walk.
    struct Reached {
        std::int64_t distance = 0;
        std::vector<graphs::Neighbour> from;  // the vertex before, and the edge
    };
    struct Search {
        WalkTypes walk;
        std::unordered_map<graphs::VertexId, Reached> reached;
        std::vector<graphs::VertexId> frontier;
        std::int64_t depth = 0;
    };
    using Walks = std::vector<std::vector<graphs::EdgeId>>;

    void advance(Search& search, std::size_t row);
    // The edge lists from the search's origin to `vertex`, in walking order from the origin.
    Walks walks_to(const Search& search, graphs::VertexId vertex) const;
    void find(std::size_t row, graphs::VertexId from, graphs::VertexId to);

    WalkTypes walk_;
    std::size_t from_, to_;
    TakenEdges taken_;
    std::int64_t least_;
    std::optional<std::int64_t> most_;
    bool all_;
    EdgeProperties properties_;

    std::vector<graphs::Value> found_;  // of the row at hand
    std::size_t at_ = 0;
    std::vector<graphs::Value> walks_;
};

}  // namespace hearsay::engine
