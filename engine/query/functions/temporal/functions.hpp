// The functions of the temporal types, for the table of functions.
#pragma once

#include <vector>

#include "engine/query/functions/function.hpp"

namespace hearsay::engine::temporal {

std::vector<builtins::Function> instant_functions();   // date(), datetime.truncate(), ...
std::vector<builtins::Function> duration_functions();  // duration(), duration.between(), ...

}  // namespace hearsay::engine::temporal
