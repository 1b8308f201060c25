// For each input row: every vertex, or every vertex with a label.
#pragma once

#include "engine/query/operators/vertex_source.hpp"

namespace hearsay::engine {

class AllVerticesOperator : public VertexSource {
  public:
    using VertexSource::VertexSource;

  protected:
    void begin_row(std::size_t) override { at_ = 0; }
    std::size_t give(std::size_t most) override;

  private:
    std::uint32_t at_ = 0;
};

class LabelScanOperator : public KnownVertices {
  public:
    LabelScanOperator(Plan& plan, const LabelScan& step, QueryContext& context, OperatorBox input)
        : KnownVertices(plan, context, std::move(input)), name_(step.label.text) {}

  protected:
    // Not once: the label may be made by the statement itself.
    void begin_batch() override { label_ = context_.graph.find_label(name_); }
    void begin_row(std::size_t) override;

  private:
    std::string name_;
    graphs::LabelId label_;
};

// In the order of a property.
class OrderedScanOperator : public VertexSource {
  public:
    // REQUIRES: the step has an order.
    OrderedScanOperator(Plan& plan, const LabelScan& step, QueryContext& context, OperatorBox input);
    void rewind() override;

  protected:
    void begin_batch() override;
    void begin_row(std::size_t) override;
    std::size_t give(std::size_t most) override { return walk_.give(most, found_, progress_); }
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    std::string label_name_, key_name_;
    bool descending_;
    std::size_t first_rows_;  // of the first batch: mostly nobody asks for another
    const graphs::Progress progress_;
    graphs::LabelId label_;
    graphs::KeyId key_;
    graphs::OrderedValues::Walk walk_;
};

}  // namespace hearsay::engine
