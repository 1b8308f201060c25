// Questions in plain words, each defined once as openCypher.
#pragma once

#include <string>

#include "grammar/tree/tree.hpp"

namespace hearsay::engine {

// The openCypher text that the short form stands for, with what was asked put in.
std::string cypher_of(const grammar::ShortForm& form);

}  // namespace hearsay::engine
