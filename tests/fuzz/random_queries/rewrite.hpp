// The same query in other words.
#pragma once

#include "tests/fuzz/random_queries/dice.hpp"
#include "tests/fuzz/random_queries/tree.hpp"

namespace hearsay::random_queries {

// Patterns read from right to left, one MATCH made two, nodes matched alone before, WITH * in between, labels
// and properties asked for in WHERE, WHERE behind a WITH *, filters that are always true: a few of these.
Query rewritten(Query query, Dice& dice);

}  // namespace hearsay::random_queries
