// The clauses that change the graph as steps of the plan.
#pragma once

#include "engine/query/plan/plan_query.hpp"

namespace hearsay::engine {

// REQUIRES: the clauses have been checked.
// CREATE clauses that follow one another: one step, unless what one reads must have been made by another
// before.
Plan add_create(Plan input, const std::vector<const grammar::Create*>& clauses, HiddenNames& hidden);
Plan add_merge(Plan input, const grammar::Merge& merge, HiddenNames& hidden);
Plan add_set(Plan input, const grammar::Set& set);
Plan add_remove(Plan input, const grammar::Remove& remove);

}  // namespace hearsay::engine
