#include "engine/query/operators/updates/create.hpp"

namespace hearsay::engine {

CreateOperator::CreateOperator(Plan& plan, const CreatePattern& step, std::vector<PropertyMap> properties,
                               QueryContext& context, OperatorBox input)
    : UpdatingOperator(plan, context, std::move(input)),
      step_(step),
      creator_(step, plan.inputs[0].columns, std::move(properties), context) {}

void CreateOperator::rewind() {
    values_.clear();
    UpdatingOperator::rewind();
}

void CreateOperator::update(Batch in, std::deque<Batch>& out) {
    auto made = creator_.nothing_made();
    for (std::size_t row = 0; row < in.rows; ++row) creator_.create(in, row, values_.front(), made);
    values_.pop_front();
    for (auto& nodes : made.nodes) in.columns.emplace_back(std::move(nodes));
    for (std::size_t i = 0; i < made.edges.size(); ++i) {
        if (!step_.edges[i].variable.empty()) in.columns.emplace_back(std::move(made.edges[i]));
    }
    out.push_back(std::move(in));
}

}  // namespace hearsay::engine
