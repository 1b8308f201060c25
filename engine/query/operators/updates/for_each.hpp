// FOREACH: runs a plan of updating steps for each element of a list; gives its input's rows on as they are.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/argument.hpp"
#include "engine/query/operators/updates/updating.hpp"

namespace hearsay::engine {

class ForEachOperator : public UpdatingOperator {
  public:
    ForEachOperator(Plan& plan, const ForEach& step, Compiled list, QueryContext& context, OperatorBox outer,
                    std::unique_ptr<ArgumentRows> rows, OperatorBox body)
        : UpdatingOperator(plan, context, std::move(outer)),
          step_(step),
          list_(std::move(list)),
          rows_(std::move(rows)),
          body_(std::move(body)) {}

  protected:
    void update(Batch in, std::deque<Batch>& out) override;

  private:
    void run_body(const Batch& row, std::vector<graphs::Value> elements);

    const ForEach& step_;
    Compiled list_;
    std::unique_ptr<ArgumentRows> rows_;
    OperatorBox body_;
};

}  // namespace hearsay::engine
