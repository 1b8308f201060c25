// For each input row: the edges at a bound vertex, with their other ends.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"
#include "engine/query/operators/walks/end_filter.hpp"
#include "engine/query/operators/walks/neighbours.hpp"

namespace hearsay::engine {

// The vertices of a column, of any kind: none() for what is no vertex.
class VertexColumn {
  public:
    // REQUIRES: the column stays as it is while the vertices are read.
    void read(const Column& column);
    graphs::VertexId operator[](std::size_t row) const { return ids_[row]; }

  private:
    std::span<const graphs::VertexId> ids_;
    std::vector<graphs::VertexId> own_;  // of a column that holds other things
};

// The edges of a row that its MATCH has taken already, single or in lists: no edge is taken twice.
class TakenEdges {
  public:
    TakenEdges(const Layout& layout, const std::vector<std::string>& columns);

    bool none() const { return columns_.empty(); }
    // The edges, if there is one column and it has one edge a row; else nullptr.
    const std::vector<graphs::EdgeId>* single(const Batch& batch) const;

    // What follows is about the row that was last begun.
    void begin_row(const Batch& batch, std::size_t row);
    bool contains(graphs::EdgeId edge) const;

  private:
    std::vector<std::size_t> columns_;
    std::vector<graphs::EdgeId> edges_;  // ascending
};

class ExpandOperator : public RowOperator {
  public:
    // `test` goes with `step.test`, over the step's own columns.
    ExpandOperator(Plan& plan, const Expand& step, Compiled test, QueryContext& context, OperatorBox input);

  protected:
    void begin_batch() override;
    void begin_row(std::size_t row) override;
    std::size_t give(std::size_t most) override;
    void fill(std::size_t most, std::vector<std::uint32_t>& picked) override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    WalkTypes walk_, back_;  // from either end
    std::size_t from_;
    std::optional<std::size_t> to_;  // column, if it is bound
    TakenEdges taken_;
    Compiled test_;  // of the rows, where `end_filter_` cannot tell
    std::optional<EndFilter> end_filter_;
    std::size_t compared_ = 0;  // column that the test reads beside the end
    bool tests_ends_ = false;   // of this input batch, by `end_filter_`
    bool has_edge_, keep_edge_, keep_end_;

    VertexColumn froms_, tos_;
    graphs::VertexId wanted_;
    EdgeLists lists_;
    std::size_t given_ = 0;  // since the last `finish`
    std::vector<graphs::EdgeId> edges_;
    std::vector<graphs::VertexId> ends_;

    // The input rows from the place on whose edges come together to one batch: their lists.
    struct RowEdges {
        const graphs::Neighbour* edges;
        std::uint32_t size, row;
    };
    std::vector<RowEdges> together_;  // kept for its memory
    std::size_t total_ = 0;           // edges that were taken together last

    std::span<const RowEdges> take_together(std::size_t most);
    // `taken`: of each row the edge that is left out, or nullptr.
    void fill_together(const std::vector<graphs::EdgeId>* taken, std::size_t most,
                       std::vector<std::uint32_t>& picked);
    void fill_passing(const std::vector<graphs::EdgeId>* taken, std::size_t most,
                      std::vector<std::uint32_t>& picked);
    void keep_passing(std::vector<std::uint32_t>& picked);
    void add(std::span<const graphs::Neighbour> edges);
    template <class Wanted>
    void add_if(std::span<const graphs::Neighbour> edges, const Wanted& wanted);
    template <class T, class Part>
    static void add_together(std::span<const RowEdges> together, bool wanted, std::vector<T>& to,
                             std::size_t total, const Part& part);
    void add_unlike(std::span<const RowEdges> together, const std::vector<graphs::EdgeId>& taken,
                    std::vector<std::uint32_t>& picked);
    template <bool keep_edges, class Numbers>
    void add_passing(std::span<const RowEdges> together, const std::vector<graphs::EdgeId>* taken,
                     const Numbers& numbers, std::uint32_t* rows);
};

}  // namespace hearsay::engine
