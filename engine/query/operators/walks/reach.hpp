// The ends of walks, each once: see rules/reach_ends_once.
#pragma once

#include "engine/query/operators/walks/breadth_first.hpp"
#include "engine/query/operators/walks/edge_properties.hpp"
#include "engine/query/operators/walks/expand.hpp"
#include "engine/query/operators/walks/return_search.hpp"

namespace hearsay::engine {

// For each input row: every end once, or, if the end is bound, one row if it is one.
class ReachOperator : public RowOperator {
  public:
    // `values`: of the step's properties, in order.
    ReachOperator(Plan& plan, const VariableExpand& step, std::vector<Compiled> values, QueryContext& context,
                  OperatorBox input);

  protected:
    void begin_batch() override;
    void begin_row(std::size_t row) override;
    std::size_t give(std::size_t most) override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    WalkTypes walk_;
    std::size_t from_;
    std::optional<std::size_t> to_;  // column, if it is bound
    TakenEdges taken_;
    EdgeProperties properties_;
    bool has_edge_, keep_end_;

    VertexColumn froms_, tos_;
    graphs::VertexId wanted_;
    std::int64_t least_;
    std::optional<std::int64_t> most_;
    ReachSearch search_;
    ReturnSearch back_;
    std::size_t given_ = 0;  // of the search's ends, for the row at hand
    std::vector<graphs::VertexId> ends_;

    template <class Search>
    auto among_edges(const Search& search) const;
    ReachSearch::Starts kind_of_start(graphs::VertexId start);
    void search(std::size_t wanted);
    std::size_t look_for_wanted();
};

// The ends for all input rows together, each once. All other columns hold nulls.
class ReachFromAllOperator : public InputOperator {
  public:
    ReachFromAllOperator(Plan& plan, const VariableExpand& step, QueryContext& context, OperatorBox input);
    void rewind() override;

  protected:
    bool pull(Batch& out) override;

  private:
    void take_starts();

    WalkTypes walk_;
    std::size_t from_, columns_;  // `columns_`: how many stand before the ends
    bool keep_end_;
    ReachSearch::Starts kind_;
    ReachSearch search_;
    bool taken_ = false;
    std::size_t given_ = 0;
};

}  // namespace hearsay::engine
