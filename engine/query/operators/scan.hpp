// For each input row: every vertex, or every vertex with a label.
#pragma once

#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class AllVerticesOperator : public RowOperator {
  public:
    using RowOperator::RowOperator;

  protected:
    void begin_row(std::size_t) override { at_ = 0; }
    std::size_t give(std::size_t most) override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    std::uint32_t at_ = 0;
    std::vector<graphs::VertexId> found_;
};

class LabelScanOperator : public RowOperator {
  public:
    LabelScanOperator(Plan& plan, const LabelScan& step, QueryContext& context, OperatorBox input)
        : RowOperator(plan, context, std::move(input)), name_(step.label.text) {}

  protected:
    // Not once: the label may be made by the statement itself.
    void begin_batch() override { label_ = context_.graph.find_label(name_); }
    void begin_row(std::size_t) override;
    std::size_t give(std::size_t most) override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    std::string name_;
    graphs::LabelId label_;
    std::span<const graphs::VertexId> left_;  // for the row at hand
    std::vector<graphs::VertexId> found_;
};

}  // namespace hearsay::engine
