// Adds a named path: from its nodes and edges, where an edge may be a list of them.
#pragma once

#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

class BuildPathOperator : public InputOperator {
  public:
    BuildPathOperator(Plan& plan, const BuildPath& step, QueryContext& context, OperatorBox input);

  protected:
    bool pull(Batch& out) override;

  private:
    std::vector<std::size_t> nodes_, edges_;
    bool is_read_;
    graphs::Value path(const Batch& batch, std::size_t row) const;
};

}  // namespace hearsay::engine
