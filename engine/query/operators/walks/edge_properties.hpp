// The properties that every edge of a walk must have: `[* {year: 1988}]`.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

class EdgeProperties {
  public:
    // `values`: of the step's properties, in order.
    EdgeProperties(const VariableExpand& step, std::vector<Compiled> values);

    bool none() const { return names_.empty(); }
    void begin_batch(const Batch& in, QueryContext& context);
    // About the row of the batch that was last begun.
    void begin_row(std::size_t row);
    bool hold(const graphs::PropertyGraph& graph, graphs::EdgeId edge) const;

  private:
    std::vector<std::string> names_;
    std::vector<graphs::KeyId> keys_;
    std::vector<Compiled> compiled_;
    std::vector<Column> values_;
    std::vector<graphs::Value> wanted_;  // in the row
};

}  // namespace hearsay::engine
