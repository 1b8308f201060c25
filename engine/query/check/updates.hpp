// Checks of the clauses that change the graph.
#pragma once

#include "engine/query/check/scope.hpp"

namespace hearsay::engine {

// Each checks one clause, declares what it binds in `scope`, and notes in the state which names it gives to
// the graph.
void check_create(const grammar::Create& create, Scope& scope, CheckState& state);
void check_merge(const grammar::Merge& merge, Scope& scope, CheckState& state);
void check_set(const grammar::Set& set, const Scope& scope, CheckState& state);
void check_remove(const grammar::Remove& remove, const Scope& scope, CheckState& state);
void check_delete(const grammar::Delete& clause, const Scope& scope, CheckState& state);

// The head of FOREACH: the scope of its body.
Scope check_foreach_head(const grammar::Foreach& foreach, const Scope& scope, CheckState& state);

}  // namespace hearsay::engine
