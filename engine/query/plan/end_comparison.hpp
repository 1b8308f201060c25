// A predicate that compares the node that a step finds with one that its rows have already: a.id < b.id,
// a <> b.
#pragma once

#include <optional>
#include <string>

#include "engine/query/running/batch.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::engine {

// `end` op `other`, whichever way round it was written.
struct EndComparison {
    std::string end, other;  // columns
    std::optional<grammar::Name> end_key,
        other_key;  // their properties; or, of both none: the nodes themselves
    grammar::ComparisonOperator op = grammar::ComparisonOperator::Equal;
};

// nullopt if the predicate is anything else. `input`: the columns beside `end`. The nodes themselves are only
// compared by = and <>, since they are in no order.
std::optional<EndComparison> end_comparison(const grammar::Expression& predicate, const std::string& end,
                                            const Layout& input);

}  // namespace hearsay::engine
