// For each input row: the vertices with a label whose property has the row's value.
#pragma once

#include "engine/query/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class IndexLookupOperator : public RowOperator {
  public:
    IndexLookupOperator(Plan& plan, const IndexLookup& step, Compiled value, QueryContext& context,
                        OperatorBox input);

  protected:
    void begin_batch() override;
    void begin_row(std::size_t row) override;
    bool step() override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    std::string label_name_, key_name_;
    graphs::LabelId label_;  // found again for each batch: the statement itself may make the names
    graphs::KeyId key_;
    Compiled value_;
    Column values_;
    std::span<const graphs::VertexId> matches_;
    graphs::Value wanted_;
    std::size_t at_ = 0;
    std::vector<graphs::VertexId> found_;
};

}  // namespace hearsay::engine
