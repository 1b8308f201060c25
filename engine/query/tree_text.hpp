// A tree back as openCypher text: for EXPLAIN, and to tell whether two expressions are the same.
#pragma once

#include <string>

#include "grammar/tree.hpp"

namespace hearsay::engine {

// The shortest text that parses to the same tree, spans aside. Equal trees give equal texts.
std::string to_text(const grammar::Expression& expression);
std::string to_text(const grammar::PatternPart& part);

// A name, in back-quotes where it needs them.
std::string quoted_name(std::string_view name);

// Is it the same expression, wherever it stands?
bool same(const grammar::Expression& a, const grammar::Expression& b);

}  // namespace hearsay::engine
