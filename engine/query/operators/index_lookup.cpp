#include "engine/query/operators/index_lookup.hpp"

namespace hearsay::engine {

using graphs::Value;

void IndexLookupOperator::begin_row(std::size_t row) {
    left_ = {};
    const Value wanted = values_.at(row);
    if (label_.is_none() || key_.is_none()) return;
    // The index takes NaN, and nulls in lists, as equal to themselves; `=` does not, and what is not equal to
    // itself equals nothing. All else that the index takes as equal is.
    const Value to_itself = graphs::equals(wanted, wanted);
    if (!to_itself.is_null() && to_itself.boolean())
        left_ = context_.graph.find(label_, key_, wanted, progress_);
}

}  // namespace hearsay::engine
