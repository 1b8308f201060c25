// Which expressions aggregate.
#pragma once

#include <string_view>

#include "grammar/tree/tree.hpp"

namespace hearsay::engine {

bool is_aggregate(std::string_view function_name);  // without case
// Is there a call of an aggregate function, or count(*), in it (subqueries aside)?
bool has_aggregate(const grammar::Expression& expression);
// Is it such a call itself?
bool is_aggregate_call(const grammar::Expression& expression);

}  // namespace hearsay::engine
