// A tree back as openCypher text: for EXPLAIN, and to tell whether two expressions are the same.
#pragma once

#include <string>

#include "grammar/tree/tree.hpp"

namespace hearsay::engine {

// The shortest text that parses to the same tree, spans aside. Equal trees give equal texts.
std::string to_text(const grammar::Expression& expression);
std::string to_text(const grammar::PatternPart& part);
std::string to_text(const grammar::Query& query);
std::string to_text(const grammar::IndexCommand& command);
std::string to_text(const grammar::Statement& statement);

// `:A:B`
std::string labels_text(const std::vector<grammar::Name>& labels);

// A name in back-quotes where it needs them: of a variable; of a label, a type or a property, which may be a
// reserved word; of a function or a procedure with its namespace.
std::string quoted_name(std::string_view name);
std::string quoted_schema_name(std::string_view name);
std::string quoted_call(std::string_view dotted);

// Is it the same expression, wherever it stands?
bool same(const grammar::Expression& a, const grammar::Expression& b);

}  // namespace hearsay::engine
