// Checks of WITH and RETURN.
#pragma once

#include "engine/query/check/scope.hpp"

namespace hearsay::engine {

// `where` is a WITH's filter, or nullptr. Gives the scope after it.
Scope check_projection(const grammar::Projection& projection, bool is_with, const grammar::Expression* where,
                       const Scope& before, grammar::Span span, CheckState& state);

}  // namespace hearsay::engine
