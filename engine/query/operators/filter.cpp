#include "engine/query/operators/filter.hpp"

namespace hearsay::engine {

using graphs::Kind;
using graphs::Value;

bool FilterOperator::pull(Batch& out) {
    Batch in;
    while (input_->next(in)) {
        for (const auto& predicate : predicates_) {
            const Column truth = predicate->evaluate(in, context_);
            std::vector<std::uint32_t> picked;
            for (std::size_t row = 0; row < in.rows; ++row) {
                const Value value = truth.at(row);
                if (value.kind() == Kind::Boolean && value.boolean())
                    picked.push_back(static_cast<std::uint32_t>(row));
            }
            if (picked.size() < in.rows) {
                Batch left{picked.size(), {}};
                copy_rows(in, picked, left);
                in = std::move(left);
            }
            if (in.rows == 0) break;
        }
        if (in.rows > 0) {
            out = std::move(in);
            return true;
        }
    }
    return false;
}

}  // namespace hearsay::engine
