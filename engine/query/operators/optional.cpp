#include "engine/query/operators/optional.hpp"

namespace hearsay::engine {

using graphs::Value;

Batch numbered(const Batch& batch) {
    std::vector<Value> numbers;
    numbers.reserve(batch.rows);
    for (std::size_t row = 0; row < batch.rows; ++row) numbers.emplace_back(static_cast<std::int64_t>(row));
    Batch with{batch.rows, {}};
    with.columns.emplace_back(std::move(numbers));
    with.columns.insert(with.columns.end(), batch.columns.begin(), batch.columns.end());
    return with;
}

OptionalOperator::OptionalOperator(Plan& plan, QueryContext& context, OperatorBox outer,
                                   std::unique_ptr<ArgumentRows> rows, OperatorBox inner)
    : InputOperator(plan, context, std::move(outer)), rows_(std::move(rows)), inner_(std::move(inner)) {
    const Layout& inner_columns = plan.inputs[1].columns;
    for (std::size_t i = plan.inputs[0].columns.size(); i < plan.columns.size(); ++i) {
        added_.push_back(column_index(inner_columns, plan.columns[i]));
    }
}

void OptionalOperator::rewind() {
    inner_open_ = false;
    InputOperator::rewind();
}

bool OptionalOperator::pull(Batch& out) {
    while (true) {
        if (!inner_open_) {
            if (!input_->next(outer_)) return false;
            rows_->batch = numbered(outer_);
            inner_->rewind();
            next_outer_ = 0;
            inner_open_ = true;
        }
        Batch inner;
        const bool more = inner_->next(inner);
        // Inner rows come in the order of their outer rows; those that are passed over matched nothing.
        std::vector<std::uint32_t> picked;
        std::vector<std::vector<Value>> added(added_.size());
        const auto pass_over = [&](std::size_t until) {
            for (; next_outer_ < until; ++next_outer_) {
                picked.push_back(static_cast<std::uint32_t>(next_outer_));
                for (auto& values : added) values.emplace_back();
            }
        };
        for (std::size_t row = 0; row < inner.rows; ++row) {
            const auto outer = static_cast<std::size_t>(inner.columns[0].at(row).integer());
            pass_over(outer);
            next_outer_ = outer + 1;
            picked.push_back(static_cast<std::uint32_t>(outer));
            for (std::size_t i = 0; i < added_.size(); ++i)
                added[i].push_back(inner.columns[added_[i]].at(row));
        }
        if (!more) {
            pass_over(outer_.rows);
            inner_open_ = false;
        }
        if (picked.empty()) continue;
        out.rows = picked.size();
        copy_rows(outer_, picked, out);
        for (auto& values : added) out.columns.emplace_back(std::move(values));
        return true;
    }
}

}  // namespace hearsay::engine
