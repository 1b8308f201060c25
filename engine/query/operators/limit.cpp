#include "engine/query/operators/limit.hpp"

#include <fmt/format.h>

#include <numeric>

namespace hearsay::engine {

using graphs::Kind;
using graphs::Value;

std::size_t RowCount::evaluate(QueryContext& context) const {
    const Value value = expression->evaluate(Batch{1, {}}, context).at(0);
    if (value.kind() != Kind::Integer) {
        throw QueryError(
            {grammar::Severity::Error, place,
             fmt::format("SKIP and LIMIT take an integer, not a {}", graphs::kind_name(value.kind())), "",
             "SyntaxError", "InvalidArgumentType"});
    }
    if (value.integer() < 0) {
        throw QueryError({grammar::Severity::Error, place, "SKIP and LIMIT take a number from 0 up", "",
                          "SyntaxError", "NegativeIntegerArgument"});
    }
    return static_cast<std::size_t>(value.integer());
}

void SkipOperator::rewind() {
    skipped_ = 0;
    InputOperator::rewind();
}

bool SkipOperator::pull(Batch& out) {
    const std::size_t count = count_.evaluate(context_);
    while (input_->next(out)) {
        if (skipped_ == count) return true;
        const std::size_t skip = std::min(count - skipped_, out.rows);
        skipped_ += skip;
        if (skip == out.rows) continue;
        std::vector<std::uint32_t> picked(out.rows - skip);
        std::iota(picked.begin(), picked.end(), static_cast<std::uint32_t>(skip));
        Batch rest{picked.size(), {}};
        copy_rows(out, picked, rest);
        out = std::move(rest);
        return true;
    }
    return false;
}

void LimitOperator::rewind() {
    given_ = 0;
    InputOperator::rewind();
}

bool LimitOperator::pull(Batch& out) {
    const std::size_t count = count_.evaluate(context_);
    if (count == 0 && changes_graph_) {  // what changes the graph does so at the first call
        input_->next(out);
        return false;
    }
    if (given_ >= count || !input_->next(out)) return false;
    const std::size_t left = count - given_;
    if (out.rows > left) {
        std::vector<std::uint32_t> picked(left);
        std::iota(picked.begin(), picked.end(), 0U);
        Batch first{left, {}};
        copy_rows(out, picked, first);
        out = std::move(first);
    }
    given_ += out.rows;
    return true;
}

}  // namespace hearsay::engine
