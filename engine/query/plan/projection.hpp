// WITH and RETURN as steps: grouping, projecting, sorting, cutting.
#pragma once

#include "engine/query/plan/plan.hpp"
#include "engine/query/plan/plan_query.hpp"

namespace hearsay::engine {

// `where` is a WITH's filter, or nullptr. Sorting and filtering may use the variables before the projection
// as well as those after it, unless rows are grouped or made distinct.
Plan add_projection(Plan input, const grammar::Projection& projection, const grammar::Expression* where,
                    std::string_view text, HiddenNames& hidden);

// In ORDER BY, or WITH's WHERE: reads what was projected from its column where a column's name hides a
// variable in it (RETURN c.name AS c ORDER BY c.name); with `all`, everywhere. A column's name by itself is
// that column. `items`: the columns with what they were projected from.
void read_projected(grammar::Expression& later, const std::vector<NamedExpression>& items, bool all);

}  // namespace hearsay::engine
