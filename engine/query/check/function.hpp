// Checks of a function call: does it exist, how many arguments, of which types.
#pragma once

#include "engine/query/check/scope.hpp"

namespace hearsay::engine {

// `arguments`: the types of the call's arguments. Gives the type of the result.
StaticType check_function(const grammar::FunctionCall& call, const std::vector<StaticType>& arguments,
                          CheckState& state);

}  // namespace hearsay::engine
