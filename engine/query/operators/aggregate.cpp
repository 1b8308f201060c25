#include "engine/query/operators/aggregate.hpp"

#include <algorithm>

#include "engine/query/pace.hpp"

namespace hearsay::engine {

using graphs::Value;

AggregateOperator::AggregateOperator(Plan& plan, const Aggregate& step, std::vector<Compiled> keys,
                                     std::vector<std::vector<Compiled>> arguments, QueryContext& context,
                                     OperatorBox input)
    : InputOperator(plan, context, std::move(input)),
      step_(step),
      keys_(std::move(keys)),
      arguments_(std::move(arguments)) {}

void AggregateOperator::rewind() {
    groups_.clear();
    accumulators_.clear();
    taken_ = false;
    given_ = 0;
    InputOperator::rewind();
}

void AggregateOperator::new_group() {
    auto& group = accumulators_.emplace_back();
    for (const auto& aggregation : step_.aggregations) {
        group.push_back(
            make_accumulator(aggregation.function, aggregation.distinct, aggregation.span, context_));
    }
}

void AggregateOperator::take_all() {
    if (keys_.empty()) {
        groups_.add({}, context_);
        new_group();
    }
    Batch in;
    while (input_->next(in)) {
        std::vector<Column> keys;
        for (const auto& key : keys_) keys.push_back(key->evaluate(in, context_));
        std::vector<std::size_t> group_of(in.rows, 0);
        for (std::size_t row = 0; row < in.rows && !keys.empty(); ++row) {
            graphs::List values;
            values.reserve(keys.size());
            for (const Column& key : keys) values.push_back(key.at(row));
            const auto [group, is_new] = groups_.add(std::move(values), context_);
            if (is_new) new_group();
            group_of[row] = group;
        }
        for (std::size_t i = 0; i < arguments_.size(); ++i) {
            std::vector<Column> values;
            for (const auto& argument : arguments_[i]) values.push_back(argument->evaluate(in, context_));
            Pace pace(context_);
            for (std::size_t row = 0; row < in.rows; ++row) {
                // count(*) counts rows: any value that is not null will do.
                const Value value = values.empty() ? Value(true) : values[0].at(row);
                accumulators_[group_of[row]][i]->add(value, values.size() > 1 ? values[1].at(row) : Value());
                pace.step(value);
            }
        }
    }
}

bool AggregateOperator::pull(Batch& out) {
    if (!taken_) take_all();
    taken_ = true;
    const std::size_t rows = std::min(batch_rows, groups_.rows().size() - given_);
    if (rows == 0) return false;
    out.rows = rows;
    for (std::size_t i = 0; i < keys_.size() + arguments_.size(); ++i) {
        std::vector<Value> values;
        values.reserve(rows);
        Pace pace(context_);
        for (std::size_t row = given_; row < given_ + rows; ++row) {
            values.push_back(i < keys_.size() ? groups_.rows()[row][i]
                                              : accumulators_[row][i - keys_.size()]->result());
            pace.step(values.back());
        }
        out.columns.emplace_back(std::move(values));
    }
    given_ += rows;
    return true;
}

}  // namespace hearsay::engine
