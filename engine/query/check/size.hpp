// How large a query may be. A plan is walked by recursion, and each of its steps has a list of its columns.
#pragma once

#include "engine/query/check/scope.hpp"

namespace hearsay::engine {

inline constexpr std::size_t most_steps = 1'000;  // of a query with the subqueries in it, one inside another
inline constexpr std::size_t most_columns = 10'000;  // that can be seen at a time

// `state.steps` counts: each clause is a step, and each node and relationship to be matched. CREATE clauses
// that follow one another are one step, and one more for each properties that read what may be made only now.
// If the query is too large with clause `number`, or with this pattern, that is an error there, and nothing
// more is checked.
void check_steps(const std::vector<grammar::Clause>& clauses, std::size_t number, CheckState& state);
void check_steps(const grammar::PatternPart& part, CheckState& state);
void check_columns(const grammar::Clause& clause, const Scope& scope, CheckState& state);

}  // namespace hearsay::engine
