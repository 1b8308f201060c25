// The clauses that change the graph as steps of the plan.
#pragma once

#include "engine/query/plan_query.hpp"

namespace hearsay::engine {

// REQUIRES: the clause has been checked.
Plan add_create(Plan input, const grammar::Create& create, HiddenNames& hidden);

}  // namespace hearsay::engine
