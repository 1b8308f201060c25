// For each input row: every walk from a bound vertex that repeats no edge, within the bounds of its length.
#pragma once

#include <unordered_set>

#include "engine/query/compiled_expression.hpp"
#include "engine/query/operators/expand.hpp"

namespace hearsay::engine {

// The properties that every edge of a walk must have: `[* {year: 1988}]`.
class EdgeProperties {
  public:
    EdgeProperties(const VariableExpand& step, std::vector<Compiled> values);
    void begin_batch(const Batch& in, QueryContext& context);
    bool hold(const graphs::PropertyGraph& graph, std::size_t row, graphs::EdgeId edge) const;

  private:
    std::vector<std::string> names_;
    std::vector<graphs::KeyId> keys_;
    std::vector<Compiled> compiled_;
    std::vector<Column> values_;
};

class VariableExpandOperator : public RowOperator {
  public:
    // `values`: of the step's properties, in order.
    VariableExpandOperator(Plan& plan, const VariableExpand& step, std::vector<Compiled> values,
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
    WalkTypes walk_;
    std::size_t from_;
    std::optional<std::size_t> to_;
    TakenEdges taken_;
    std::int64_t least_;
    std::optional<std::int64_t> most_;
    EdgeProperties properties_;

    std::size_t row_ = 0;
    graphs::VertexId start_, wanted_;
    bool at_start_ = false;         // the walk of no edge is still to be given
    std::vector<EdgeLists> stack_;  // of the vertices on the walk at hand
    std::vector<graphs::EdgeId>
        edges_;  // of the walk; one fewer than the stack, or equal while a step is tried
    std::unordered_set<graphs::EdgeId> behind_;  // the edges of a long walk behind its first few
    std::size_t tried_ = 0;

    bool keep_edge_, against_;
    std::vector<graphs::Value> walks_;
    std::vector<graphs::VertexId> ends_;

    bool on_walk(graphs::EdgeId edge) const;
    void step_forth(graphs::EdgeId edge);
    void step_back();
    bool fits(std::int64_t length, graphs::VertexId end) const;
    void give(graphs::VertexId end);
    bool deeper_allowed() const { return !most_ || static_cast<std::int64_t>(edges_.size()) < *most_; }
};

}  // namespace hearsay::engine
