// The pattern of a MATCH as one step of the plan.
#pragma once

#include "engine/query/plan/plan_query.hpp"

namespace hearsay::engine {

// Names what has no name, and turns labels and property maps into predicates. Adds a Filter for `where`.
Plan add_match(Plan input, const std::vector<grammar::PatternPart>& parts, const grammar::Expression* where,
               HiddenNames& hidden);

}  // namespace hearsay::engine
