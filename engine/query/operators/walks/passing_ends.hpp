// The vertices that pass what is asked of a walk's end: where walks may lead that are not for nothing.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

class PassingEnds {
  public:
    // `tests`: of `step.end_tests`, in order, over the end as the only column.
    PassingEnds(const VariableExpand& step, std::vector<Compiled> tests);

    bool any_passes() const { return tests_.empty(); }
    // Those of the graph that pass every test, ascending. Takes a look at every vertex, or at every one with
    // a label that is asked for.
    std::vector<graphs::VertexId> find(QueryContext& context) const;

  private:
    std::vector<Compiled> tests_;
    std::vector<std::string> labels_;  // that are asked for

    void keep_passing(std::vector<graphs::VertexId>& batch, std::vector<graphs::VertexId>& passing,
                      QueryContext& context) const;
};

}  // namespace hearsay::engine
