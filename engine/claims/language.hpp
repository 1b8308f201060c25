// The questions in plain words, with the functions and procedures that they stand on, for the query engine.
#pragma once

#include <vector>

#include "engine/query/functions/catalogue/examples.hpp"
#include "engine/query/statement/language.hpp"

namespace hearsay::engine {

const Language& claims_language();
// Examples of all its functions.
const std::vector<FunctionFamily>& claims_function_families();

}  // namespace hearsay::engine
