#include "engine/query/operators/updates/for_each.hpp"

#include <algorithm>

#include "engine/query/expressions/error.hpp"

namespace hearsay::engine {

using graphs::Kind;
using graphs::Value;

void ForEachOperator::update(Batch in, std::deque<Batch>& out) {
    const std::size_t at_once = step_.one_by_one ? 1 : batch_rows;
    for (std::size_t row = 0; row < in.rows; ++row) {
        const Batch one = row_of(in, row);
        const Value list = list_->evaluate(one, context_).at(0);
        if (list.is_null()) continue;
        if (list.kind() != Kind::List) expressions::fail_type(step_.list.span, "a List", list);
        const auto& elements = list.list();
        for (std::size_t begin = 0; begin < elements.size(); begin += at_once) {
            const std::size_t end = std::min(begin + at_once, elements.size());
            run_body(one, {elements.begin() + static_cast<std::ptrdiff_t>(begin),
                           elements.begin() + static_cast<std::ptrdiff_t>(end)});
        }
    }
    out.push_back(std::move(in));
}

void ForEachOperator::run_body(const Batch& row, std::vector<Value> elements) {
    rows_->batch = Batch{elements.size(), {}};
    copy_rows(row, std::vector<std::uint32_t>(elements.size(), 0), rows_->batch);
    rows_->batch.columns.emplace_back(std::move(elements));
    body_->rewind();
    for (Batch done; body_->next(done);) context_.check();
}

}  // namespace hearsay::engine
