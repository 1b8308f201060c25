// Checks of patterns: what their variables are and may be.
#pragma once

#include "engine/query/check/scope.hpp"

namespace hearsay::engine {

enum class PatternUse {
    Match,      // declares what is new
    Predicate,  // may only use what is known
};

// Declares the pattern's new variables in `scope` and checks its names and property maps.
void check_pattern(const std::vector<grammar::PatternPart>& parts, PatternUse use, Scope& scope,
                   CheckState& state);

}  // namespace hearsay::engine
