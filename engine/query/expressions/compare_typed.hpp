// Comparisons of columns whose types are known: integers, texts, ids.
#pragma once

#include <optional>

#include "engine/query/batch.hpp"
#include "engine/query/context.hpp"
#include "grammar/tree.hpp"

namespace hearsay::engine::expressions {

// `a op b` for every row, without a look at single values; nothing where the types are others.
// REQUIRES: both are equally long
std::optional<Column> compare_typed(grammar::ComparisonOperator op, const Column& a, const Column& b,
                                    const QueryContext& context);

}  // namespace hearsay::engine::expressions
