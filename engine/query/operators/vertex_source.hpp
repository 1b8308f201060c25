// For each input row some vertices, as one more column.
#pragma once

#include <algorithm>
#include <span>

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class VertexSource : public RowOperator {
  public:
    using RowOperator::RowOperator;

  protected:
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override {
        copy_input(picked, out);
        out.columns.emplace_back(std::move(found_));
        found_ = {};
    }

    std::vector<graphs::VertexId> found_;  // given since the last `finish`
};

// Those that are all known when the row begins.
class KnownVertices : public VertexSource {
  public:
    using VertexSource::VertexSource;

  protected:
    std::size_t give(std::size_t most) final {
        const auto part = left_.first(std::min(most, left_.size()));
        left_ = left_.subspan(part.size());
        found_.insert(found_.end(), part.begin(), part.end());
        return part.size();
    }

    std::span<const graphs::VertexId> left_;  // of the row at hand: for `begin_row` to set
};

// Those with a label that are found by a property.
class PropertyLookupOperator : public KnownVertices {
  public:
    template <class Step>
    PropertyLookupOperator(Plan& plan, const Step& step, QueryContext& context, OperatorBox input)
        : KnownVertices(plan, context, std::move(input)),
          progress_(context.progress()),
          label_name_(step.label.text),
          key_name_(step.key.text) {}

  protected:
    // The value that they are found by, for each row of the new batch.
    virtual void evaluate() = 0;
    void begin_batch() final {
        label_ = context_.graph.find_label(label_name_);
        key_ = context_.graph.find_key(key_name_);
        evaluate();
    }
    void list(std::vector<graphs::VertexId> matches) {
        matches_ = std::move(matches);
        left_ = matches_;
    }

    const graphs::Progress progress_;
    graphs::LabelId label_;  // found again for each batch: the statement itself may make the names
    graphs::KeyId key_;

  private:
    std::string label_name_, key_name_;
    std::vector<graphs::VertexId> matches_;  // of the row
};

}  // namespace hearsay::engine
