// DELETE and DETACH DELETE of nodes, relationships and paths.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/updates/updating.hpp"

namespace hearsay::engine {

// A node that relationships still hold when the clause is done is only marked (`QueryContext::held`): a later
// clause may delete them, and the statement fails at its end if none does.
class DeleteOperator : public UpdatingOperator {
  public:
    DeleteOperator(Plan& plan, const DeleteElements& step, std::vector<Compiled> expressions,
                   QueryContext& context, OperatorBox input)
        : UpdatingOperator(plan, context, std::move(input)),
          step_(step),
          expressions_(std::move(expressions)) {}
    void rewind() override;

  protected:
    void prepare(const Batch& in) override;
    void update(Batch in, std::deque<Batch>& out) override { out.push_back(std::move(in)); }
    void finish() override;

  private:
    void collect(const graphs::Value& value, grammar::Span span);
    void collect_edges_at(graphs::VertexId vertex);

    const DeleteElements& step_;
    std::vector<Compiled> expressions_;
    std::vector<graphs::EdgeId> edges_;
    std::vector<std::pair<graphs::VertexId, grammar::Span>> vertices_;
};

}  // namespace hearsay::engine
