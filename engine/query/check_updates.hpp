// Checks of the clauses that change the graph.
#pragma once

#include "engine/query/check_scope.hpp"

namespace hearsay::engine {

// Each checks one clause, declares what it binds in `scope`, and notes in the state which names it gives to
// the graph.
void check_create(const grammar::Create& create, Scope& scope, CheckState& state);

// Notes the keys of a map that becomes properties, as far as the text and the parameters tell. `type`: the
// map's, if it is known to be an element.
void note_made_keys(const grammar::Expression& map, StaticType type, CheckState& state);

}  // namespace hearsay::engine
