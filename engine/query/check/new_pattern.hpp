// Checks of a pattern that is made: that of CREATE and MERGE.
#pragma once

#include "engine/query/check/scope.hpp"

namespace hearsay::engine {

// Declares what it binds in `scope`, and notes in the state which names it gives to the graph.
void check_new_pattern(const std::vector<grammar::PatternPart>& parts, bool merge, Scope& scope,
                       CheckState& state);

// Notes the keys of a map that becomes properties, as far as the text and the parameters tell. `type`: the
// map's, if it is known.
void note_made_keys(const grammar::Expression& map, StaticType type, CheckState& state);

}  // namespace hearsay::engine
