#include "engine/query/operators/unwind.hpp"

namespace hearsay::engine {

using graphs::Kind;

void UnwindOperator::begin_row(std::size_t row) {
    at_hand_ = lists_.at(row);
    at_ = 0;
}

bool UnwindOperator::step() {
    if (at_hand_.kind() == Kind::List) {
        if (at_ == at_hand_.list().size()) return false;
        items_.push_back(at_hand_.list()[at_++]);
        return true;
    }
    if (at_hand_.is_null() || at_ > 0) return false;
    items_.push_back(at_hand_);
    ++at_;
    return true;
}

void UnwindOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    out.columns.emplace_back(std::move(items_));
    items_ = {};
}

}  // namespace hearsay::engine
