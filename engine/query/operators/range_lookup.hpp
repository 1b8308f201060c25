// For each input row: the vertices with a label whose property lies between the row's values.
#pragma once

#include <optional>

#include "engine/query/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class RangeLookupOperator : public RowOperator {
  public:
    // `low`, `high`: of the step's bounds; nullptr where it has none.
    RangeLookupOperator(Plan& plan, const RangeLookup& step, Compiled low, Compiled high,
                        QueryContext& context, OperatorBox input);

  protected:
    void begin_batch() override;
    void begin_row(std::size_t row) override;
    std::size_t give(std::size_t most) override;
    void finish(const std::vector<std::uint32_t>& picked, Batch& out) override;

  private:
    struct Side {
        Compiled bound;  // or nullptr
        bool included = false;
        Column values;
        std::optional<graphs::ValueRange::Bound> at(std::size_t row) const;
    };

    std::string label_name_, key_name_;
    graphs::LabelId label_;  // found again for each batch: the statement itself may make the names
    graphs::KeyId key_;
    Side low_, high_;
    std::vector<graphs::VertexId> matches_;  // of the row
    std::size_t at_ = 0;
    std::vector<graphs::VertexId> found_;
};

}  // namespace hearsay::engine
