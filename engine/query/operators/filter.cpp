#include "engine/query/operators/filter.hpp"

namespace hearsay::engine {
namespace {

using graphs::Kind;
using graphs::Value;

bool is_true(const Value& value) {
    return value.kind() == Kind::Boolean && value.boolean();
}

}  // namespace

std::vector<std::uint32_t> true_rows(const Column& column, std::size_t rows) {
    std::vector<std::uint32_t> picked(rows);
    std::size_t count = 0;
    const auto take = [&](const auto& holds) {
        for (std::size_t row = 0; row < rows; ++row) {  // without a jump that depends on the data
            picked[count] = static_cast<std::uint32_t>(row);
            count += holds(row) ? 1 : 0;
        }
    };
    if (const auto* truths = column.as<Truth>())
        take([truths](std::size_t row) { return (*truths)[row] == Truth::True; });
    else
        take([&column](std::size_t row) { return is_true(column.at(row)); });
    picked.resize(count);
    return picked;
}

namespace {

// Leaves in `in` only the rows that are true.
void keep_true(const Column& column, Batch& in) {
    if (const Value* same = column.repeated()) {
        if (!is_true(*same)) in = Batch();
        return;
    }
    const std::vector<std::uint32_t> picked = true_rows(column, in.rows);
    if (picked.size() == in.rows) return;
    Batch left{picked.size(), {}};
    if (!picked.empty()) copy_rows(in, picked, left);
    in = std::move(left);
}

}  // namespace

bool FilterOperator::pull(Batch& out) {
    Batch in;
    while (input_->next(in)) {
        for (const auto& predicate : predicates_) {
            keep_true(predicate->evaluate(in, context_), in);
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
