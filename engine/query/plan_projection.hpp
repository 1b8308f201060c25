// WITH and RETURN as steps: grouping, projecting, sorting, cutting.
#pragma once

#include "engine/query/plan_query.hpp"

namespace hearsay::engine {

// `where` is a WITH's filter, or nullptr. Sorting and filtering may use the variables before the projection
// as well as those after it, unless rows are grouped or made distinct.
Plan add_projection(Plan input, const grammar::Projection& projection, const grammar::Expression* where,
                    std::string_view text, HiddenNames& hidden);

}  // namespace hearsay::engine
