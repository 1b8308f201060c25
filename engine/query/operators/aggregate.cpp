#include "engine/query/operators/aggregate.hpp"

#include <algorithm>

namespace hearsay::engine {

AggregateOperator::AggregateOperator(Plan& plan, const Aggregate& step, std::vector<Compiled> keys,
                                     std::vector<std::vector<Compiled>> arguments, QueryContext& context,
                                     OperatorBox input)
    : InputOperator(plan, context, std::move(input)),
      step_(step),
      keys_(std::move(keys)),
      arguments_(std::move(arguments)) {
    for (const auto& aggregation : step_.aggregations) {
        auto& columns = weights_.emplace_back();
        for (const auto& weight : aggregation.weights)
            columns.push_back(column_index(plan.inputs[0].columns, weight));
    }
}

void AggregateOperator::rewind() {
    groups_.clear();
    accumulators_.clear();
    taken_ = false;
    given_ = 0;
    InputOperator::rewind();
}

void AggregateOperator::begin() {
    for (const auto& aggregation : step_.aggregations)
        accumulators_.push_back(make_grouped_accumulator(aggregation, context_));
    if (!keys_.empty()) return;
    for (const auto& accumulator : accumulators_) accumulator->expect(1);
}

void AggregateOperator::take_all() {
    begin();
    Batch in;
    std::vector<std::uint32_t> of_row;
    while (input_->next(in)) {
        RowGroups groups{in.rows};
        if (!keys_.empty()) {
            std::vector<Column> keys;
            for (const auto& key : keys_) keys.push_back(key->evaluate(in, context_));
            groups_.number(keys, in.rows, of_row, context_);
            groups.of_row = of_row;
        }
        for (std::size_t i = 0; i < arguments_.size(); ++i) {
            std::vector<Column> values;
            for (const auto& argument : arguments_[i]) values.push_back(argument->evaluate(in, context_));
            for (const std::size_t weight : weights_[i]) values.push_back(in.columns[weight]);
            if (!keys_.empty()) accumulators_[i]->expect(groups_.size());
            accumulators_[i]->add(groups, values);
        }
    }
}

bool AggregateOperator::pull(Batch& out) {
    if (!taken_) take_all();
    taken_ = true;
    const std::size_t groups = keys_.empty() ? 1 : groups_.size();
    const std::size_t end = std::min(given_ + batch_rows, groups);
    if (given_ == end) return false;
    out.rows = end - given_;
    for (std::size_t i = 0; i < keys_.size(); ++i) out.columns.push_back(groups_.keys(i, given_, end));
    for (const auto& accumulator : accumulators_) out.columns.push_back(accumulator->result(given_, end));
    given_ = end;
    return true;
}

}  // namespace hearsay::engine
