#include "engine/query/operators/updates/updating.hpp"

namespace hearsay::engine {

void UpdatingOperator::rewind() {
    rows_.clear();
    done_ = false;
    InputOperator::rewind();
}

bool UpdatingOperator::pull(Batch& out) {
    if (!done_) {
        done_ = true;
        std::deque<Batch> taken;
        for (Batch in; input_->next(in);) {
            prepare(in);
            taken.push_back(std::move(in));
        }
        for (; !taken.empty(); taken.pop_front()) {
            context_.check();
            update(std::move(taken.front()), rows_);
        }
        finish();
    }
    if (rows_.empty()) return false;
    out = std::move(rows_.front());
    rows_.pop_front();
    return true;
}

Batch row_of(const Batch& batch, std::size_t row) {
    Batch one{1, {}};
    copy_rows(batch, {static_cast<std::uint32_t>(row)}, one);
    return one;
}

}  // namespace hearsay::engine
