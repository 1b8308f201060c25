#include "engine/query/operators/call_procedure.hpp"

#include "engine/query/procedures/procedures.hpp"

namespace hearsay::engine {

void CallProcedureOperator::begin_batch() {
    values_.clear();
    for (const auto& argument : arguments_) values_.push_back(argument->evaluate(in_, context_));
}

void CallProcedureOperator::begin_row(std::size_t row) {
    context_.check();  // each call may be long
    graphs::List arguments;
    for (const Column& column : values_) arguments.push_back(column.at(row));
    rows_ = step_.procedure->run(context_, arguments);
    // Called for what it does, not for what it gives: the row goes on.
    if (step_.procedure->results.empty() && !step_.standalone) rows_ = {{}};
    at_ = 0;
}

bool CallProcedureOperator::step() {
    if (at_ == rows_.size()) return false;
    given_.push_back(std::move(rows_[at_++]));
    return true;
}

void CallProcedureOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    if (!step_.standalone) copy_input(picked, out);
    for (const auto& [index, _] : step_.results) {
        std::vector<graphs::Value> values;
        for (const auto& row : given_) values.push_back(row[index]);
        out.columns.emplace_back(std::move(values));
    }
    given_ = {};
}

}  // namespace hearsay::engine
