// about() and named(): functions on words and names.
#pragma once

#include <vector>

#include "engine/query/functions/catalogue/examples.hpp"
#include "engine/query/functions/function.hpp"

namespace hearsay::engine::claims {

std::vector<builtins::Function> about_and_named();
FunctionFamily words_and_names();  // their examples

}  // namespace hearsay::engine::claims
