// What a statement changed, in words.
#pragma once

#include <string>

#include "engine/query/running/effects.hpp"

namespace hearsay::repl {

// "2 nodes created, 1 relationship created, 3 properties set"; "no changes".
std::string effects_text(const engine::Effects& effects);

}  // namespace hearsay::repl
