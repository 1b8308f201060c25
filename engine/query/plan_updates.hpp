// The clauses that change the graph as steps of the plan.
#pragma once

#include "engine/query/plan_query.hpp"

namespace hearsay::engine {

// REQUIRES: the clause has been checked.
Plan add_create(Plan input, const grammar::Create& create, HiddenNames& hidden);
Plan add_merge(Plan input, const grammar::Merge& merge, HiddenNames& hidden);
Plan add_set(Plan input, const grammar::Set& set);
Plan add_remove(Plan input, const grammar::Remove& remove);

}  // namespace hearsay::engine
