#include "engine/query/operators/project.hpp"

namespace hearsay::engine {

bool ProjectOperator::pull(Batch& out) {
    Batch in;
    if (!input_->next(in)) return false;
    out.rows = in.rows;
    out.columns.reserve(items_.size());
    for (const auto& item : items_) out.columns.push_back(item->evaluate(in, context_));
    return true;
}

}  // namespace hearsay::engine
