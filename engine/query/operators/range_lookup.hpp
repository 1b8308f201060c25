// For each input row: the vertices with a label whose property lies between the row's values.
#pragma once

#include <optional>

#include "engine/query/operators/vertex_source.hpp"

namespace hearsay::engine {

class RangeLookupOperator : public PropertyLookupOperator {
  public:
    // `low`, `high`: of the step's bounds; nullptr where it has none.
    RangeLookupOperator(Plan& plan, const RangeLookup& step, Compiled low, Compiled high,
                        QueryContext& context, OperatorBox input);

  protected:
    void evaluate() override;
    void begin_row(std::size_t row) override;

  private:
    struct Side {
        Compiled bound;  // or nullptr
        bool included = false;
        Column values;
        std::optional<graphs::ValueRange::Bound> at(std::size_t row) const;
    };
    Side low_, high_;
};

}  // namespace hearsay::engine
