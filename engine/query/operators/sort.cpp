#include "engine/query/operators/sort.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "engine/query/expressions/leaves.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {
namespace {

RowNumbers all_rows(std::size_t rows) {
    RowNumbers numbers(rows);
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
}

Batch picked(const Batch& batch, const RowNumbers& rows) {
    Batch some{rows.size(), {}};
    copy_rows(batch, rows, some);
    return some;
}

}  // namespace

SortOperator::SortOperator(Plan& plan, const std::vector<grammar::SortItem>& items,
                           std::vector<Compiled> keys, std::optional<RowCount> skip,
                           std::optional<RowCount> limit, QueryContext& context, OperatorBox input)
    : InputOperator(plan, context, std::move(input)),
      width_(plan.inputs[0].columns.size()),
      changes_graph_(changes_graph(plan)),
      skip_(std::move(skip)),
      limit_(std::move(limit)) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto* variable = dynamic_cast<const expressions::ColumnReference*>(keys[i].get());
        order_.push_back({variable ? variable->index() : width_ + keys_.size(), items[i].descending});
        if (!variable) keys_.push_back(std::move(keys[i]));
    }
}

void SortOperator::rewind() {
    parts_.clear();
    rows_ = 0;
    in_order_ = false;
    sorted_.clear();
    taken_ = false;
    given_ = 0;
    InputOperator::rewind();
}

// Keys that are no columns of the input become columns behind them.
void SortOperator::add_keys(Batch& in) {
    std::vector<Column> keys;
    for (const auto& key : keys_) keys.push_back(key->evaluate(in, context_));
    for (Column& key : keys) in.columns.push_back(std::move(key));
}

// Makes one part of all, column by column, so that little is there twice.
void SortOperator::join() {
    if (parts_.size() < 2) return;
    Batch joined{rows_, {}};
    for (std::size_t i = 0; i < parts_[0].columns.size(); ++i) {
        context_.reserve(rows_ * sizeof(graphs::Value));
        Column column = std::exchange(parts_[0].columns[i], Column());
        for (std::size_t part = 1; part < parts_.size(); ++part) {
            context_.check();
            column.append(std::exchange(parts_[part].columns[i], Column()), rows_);
        }
        joined.columns.push_back(std::move(column));
    }
    parts_.clear();
    parts_.push_back(std::move(joined));
}

void SortOperator::keep_first(std::size_t most) {
    join();
    parts_[0] = picked(parts_[0], sorted_rows(parts_[0], order_, all_rows(rows_), most, context_));
    rows_ = parts_[0].rows;
    in_order_ = true;
}

void SortOperator::take(Batch in, std::size_t most) {
    bool first_in_order = false;
    if (most != no_limit) {
        // Most rows are not among the first, and are left where they are.
        RowNumbers rows =
            in_order_ ? rows_before(in, parts_[0], most - 1, order_, context_) : all_rows(in.rows);
        if (rows.size() > most) {
            rows = sorted_rows(in, order_, rows, most, context_);
            first_in_order = parts_.empty();
        }
        if (rows.empty()) return;
        if (rows.size() < in.rows) in = picked(in, rows);
    }
    HEARSAY_ASSERT(rows_ + in.rows < std::numeric_limits<std::uint32_t>::max());
    rows_ += in.rows;
    if (!parts_.empty() && parts_.back().rows + in.rows <= batch_rows) {
        append_rows(parts_.back(), in);
    } else {
        make_room(parts_, context_);
        parts_.push_back(std::move(in));
    }
    in_order_ = in_order_ || first_in_order;
    if (most == no_limit || rows_ < most) return;
    constexpr std::size_t few_rows = 64;
    if (!in_order_ || rows_ - most >= std::max(most / 2, few_rows)) keep_first(most);
}

void SortOperator::take_all() {
    const std::size_t skip = skip_ ? skip_->evaluate(context_) : 0;
    const std::size_t limit = limit_ ? limit_->evaluate(context_) : no_limit;
    const std::size_t most = limit > no_limit - skip ? no_limit : skip + limit;
    Batch in;
    if (most == 0 && changes_graph_) input_->next(in);  // it does so at the first call
    while (most > 0 && input_->next(in)) {
        add_keys(in);
        take(std::move(in), most);
        in = Batch();
    }
    if (rows_ > 0) {
        join();
        const bool done = in_order_ && rows_ == most;
        sorted_ = done ? all_rows(rows_) : sorted_rows(parts_[0], order_, all_rows(rows_), most, context_);
    }
    given_ = std::min(skip, sorted_.size());
}

bool SortOperator::pull(Batch& out) {
    if (!taken_) take_all();
    taken_ = true;
    const std::size_t rows = std::min(batch_rows, sorted_.size() - given_);
    if (rows == 0) return false;
    const auto begin = sorted_.begin() + static_cast<std::ptrdiff_t>(given_);
    out = picked(parts_[0], RowNumbers(begin, begin + static_cast<std::ptrdiff_t>(rows)));
    out.columns.resize(width_);
    given_ += rows;
    return true;
}

}  // namespace hearsay::engine
