// = <> < <= > >= and IN of columns whose types are known: integers, texts, ids.
#pragma once

#include <optional>

#include "engine/query/running/batch.hpp"
#include "engine/query/running/context.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::engine::expressions {

// a op b is b mirrored(op) a.
grammar::ComparisonOperator mirrored(grammar::ComparisonOperator op);

// `a op b` for every row, without a look at single values; nothing where the types are others.
// REQUIRES: both are equally long
std::optional<Column> compare_typed(grammar::ComparisonOperator op, const Column& a, const Column& b,
                                    const QueryContext& context);

// `a IN list` for every row; nothing where the type of the column or the length of the list does not suit.
std::optional<Column> member_typed(const Column& a, const graphs::List& list);

}  // namespace hearsay::engine::expressions
