#include "engine/query/operators/sort.hpp"

#include <algorithm>

#include "engine/query/pace.hpp"

namespace hearsay::engine {

using graphs::Value;

SortOperator::SortOperator(Plan& plan, const std::vector<grammar::SortItem>& items,
                           std::vector<Compiled> keys, std::optional<RowCount> skip,
                           std::optional<RowCount> limit, QueryContext& context, OperatorBox input)
    : InputOperator(plan, context, std::move(input)),
      keys_(std::move(keys)),
      changes_graph_(changes_graph(plan)),
      skip_(std::move(skip)),
      limit_(std::move(limit)) {
    for (const auto& item : items) descending_.push_back(item.descending);
}

void SortOperator::rewind() {
    rows_.clear();
    taken_ = false;
    given_ = 0;
    InputOperator::rewind();
}

bool SortOperator::before(const Row& a, const Row& b) const {
    if (compared_ >= 4 * batch_rows) {
        context_.check();
        compared_ = 0;
    }
    for (std::size_t i = 0; i < descending_.size(); ++i) {
        compared_ += 1 + std::min(Pace::size_of(a.keys[i]), Pace::size_of(b.keys[i])) / 64;
        const int order = graphs::order(a.keys[i], b.keys[i]);
        if (order != 0) return descending_[i] ? order > 0 : order < 0;
    }
    return a.arrival < b.arrival;
}

void SortOperator::take_all() {
    const std::size_t skip = skip_ ? skip_->evaluate(context_) : 0;
    const std::size_t limit = limit_ ? limit_->evaluate(context_) : no_limit;
    const std::size_t kept = limit > no_limit - skip ? no_limit : skip + limit;
    const auto less = [this](const Row& a, const Row& b) { return before(a, b); };
    std::size_t arrival = 0;
    Batch in;
    if (kept == 0 && changes_graph_) input_->next(in);  // it does so at the first call
    while (kept > 0 && input_->next(in)) {
        std::vector<Column> keys;
        for (const auto& key : keys_) keys.push_back(key->evaluate(in, context_));
        for (std::size_t row = 0; row < in.rows; ++row) {
            Row sorted{{}, arrival++, {}};
            for (const Column& key : keys) sorted.keys.push_back(key.at(row));
            // A heap with the last row on top holds the first `kept` rows seen so far.
            const bool full = rows_.size() == kept;
            if (full && !before(sorted, rows_.front())) continue;
            for (const Column& column : in.columns) sorted.values.push_back(column.at(row));
            if (full) {
                std::pop_heap(rows_.begin(), rows_.end(), less);
                rows_.back() = std::move(sorted);
            } else {
                make_room(rows_, context_);
                rows_.push_back(std::move(sorted));
            }
            if (kept != no_limit) std::push_heap(rows_.begin(), rows_.end(), less);
        }
    }
    std::sort(rows_.begin(), rows_.end(), less);
    given_ = std::min(skip, rows_.size());
}

bool SortOperator::pull(Batch& out) {
    if (!taken_) take_all();
    taken_ = true;
    const std::size_t rows = std::min(batch_rows, rows_.size() - given_);
    if (rows == 0) return false;
    out.rows = rows;
    for (std::size_t i = 0; i < rows_[given_].values.size(); ++i) {
        std::vector<Value> values;
        values.reserve(rows);
        for (std::size_t row = given_; row < given_ + rows; ++row) values.push_back(rows_[row].values[i]);
        out.columns.emplace_back(std::move(values));
    }
    given_ += rows;
    return true;
}

}  // namespace hearsay::engine
