#include "engine/query/operators/distinct.hpp"

namespace hearsay::engine {

void DistinctOperator::rewind() {
    seen_.clear();
    InputOperator::rewind();
}

bool DistinctOperator::pull(Batch& out) {
    Batch in;
    while (input_->next(in)) {
        const std::vector<std::uint32_t> picked = seen_.pick_new(in.columns, in.rows, context_);
        if (picked.empty()) continue;
        if (picked.size() == in.rows) {
            out = std::move(in);
            return true;
        }
        out.rows = picked.size();
        copy_rows(in, picked, out);
        return true;
    }
    return false;
}

}  // namespace hearsay::engine
