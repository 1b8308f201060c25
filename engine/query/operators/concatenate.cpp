#include "engine/query/operators/concatenate.hpp"

namespace hearsay::engine {

void ConcatenateOperator::rewind() {
    for (auto& input : inputs_) input->rewind();
    at_ = 0;
}

bool ConcatenateOperator::pull(Batch& out) {
    for (; at_ < inputs_.size(); ++at_) {
        if (inputs_[at_]->next(out)) return true;
    }
    return false;
}

}  // namespace hearsay::engine
