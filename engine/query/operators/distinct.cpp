#include "engine/query/operators/distinct.hpp"

namespace hearsay::engine {

void DistinctOperator::rewind() {
    seen_.clear();
    InputOperator::rewind();
}

bool DistinctOperator::pull(Batch& out) {
    Batch in;
    while (input_->next(in)) {
        std::vector<std::uint32_t> picked;
        for (std::size_t row = 0; row < in.rows; ++row) {
            graphs::List values;
            values.reserve(in.columns.size());
            for (const Column& column : in.columns) values.push_back(column.at(row));
            if (seen_.add(std::move(values), context_).second) picked.push_back(static_cast<std::uint32_t>(row));
        }
        if (picked.empty()) continue;
        out.rows = picked.size();
        copy_rows(in, picked, out);
        return true;
    }
    return false;
}

}  // namespace hearsay::engine
