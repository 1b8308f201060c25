// A tree as compact text, for tests: (+ a (* b 2)), MATCH (n:Label)-[r:T*1..3]->() ...
#pragma once

#include <string>

#include "grammar/tree/tree.hpp"

namespace hearsay::grammar {

std::string tree_text(const Expression& expression);
std::string tree_text(const Pattern& pattern);
std::string tree_text(const Query& query);
std::string tree_text(const Statement& statement);

}  // namespace hearsay::grammar
