#include "engine/query/operators/argument.hpp"

namespace hearsay::engine {

bool ArgumentOperator::pull(Batch& out) {
    if (given_ || rows_.batch.rows == 0) return false;
    given_ = true;
    out = rows_.batch;
    return true;
}

}  // namespace hearsay::engine
