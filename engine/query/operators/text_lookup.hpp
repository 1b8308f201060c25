// For each input row: the vertices with a label whose property is a text that contains, begins with or ends
// with the row's value.
#pragma once

#include "engine/query/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class TextLookupOperator : public RowOperator {
  public:
    TextLookupOperator(Plan& plan, const TextLookup& step, Compiled part, QueryContext& context,
                       OperatorBox input);

  protected:
    void begin_batch() override;
    void begin_row(std::size_t row) override;
    std::size_t give(std::size_t most) override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    std::string label_name_, key_name_;
    graphs::TextTest test_;
    graphs::LabelId label_;  // found again for each batch: the statement itself may make the names
    graphs::KeyId key_;
    Compiled part_;
    Column parts_;
    std::vector<graphs::VertexId> matches_;  // of the row
    std::size_t at_ = 0;
    std::vector<graphs::VertexId> found_;
};

}  // namespace hearsay::engine
