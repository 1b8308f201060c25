// What can be told to be wrong with a query before it runs.
#pragma once

#include "engine/query/check/scope.hpp"

namespace hearsay::engine {

// Every error and warning, in the order of their places. With no error the query can be planned.
grammar::Diagnostics check(const grammar::Query& query, const PlanContext& context);

// A query inside another (EXISTS { MATCH ... }): sees `around`, need not return anything, may not change the
// graph. Gives the number of its columns.
std::size_t check_subquery(const grammar::Query& query, const Scope& around, CheckState& state);

}  // namespace hearsay::engine
