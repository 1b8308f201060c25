// Every keyword of the grammar as a rule; written without case. (Those of short forms: rules/short_forms.hpp)
#pragma once

#include "grammar/rules/lexical.hpp"

namespace hearsay::grammar::rules::kw {

// clang-format off
struct ALL : word<'A', 'L', 'L'> {};
struct ALLSHORTESTPATHS : word<'A', 'L', 'L', 'S', 'H', 'O', 'R', 'T', 'E', 'S', 'T', 'P', 'A', 'T', 'H', 'S'> {};
struct AND : word<'A', 'N', 'D'> {};
struct ANY : word<'A', 'N', 'Y'> {};
struct AS : word<'A', 'S'> {};
struct ASC : word<'A', 'S', 'C'> {};
struct ASCENDING : word<'A', 'S', 'C', 'E', 'N', 'D', 'I', 'N', 'G'> {};
struct BY : word<'B', 'Y'> {};
struct CALL : word<'C', 'A', 'L', 'L'> {};
struct CASE : word<'C', 'A', 'S', 'E'> {};
struct COLLECT : word<'C', 'O', 'L', 'L', 'E', 'C', 'T'> {};
struct CONTAINS : word<'C', 'O', 'N', 'T', 'A', 'I', 'N', 'S'> {};
struct COUNT : word<'C', 'O', 'U', 'N', 'T'> {};
struct CREATE : word<'C', 'R', 'E', 'A', 'T', 'E'> {};
struct DELETE : word<'D', 'E', 'L', 'E', 'T', 'E'> {};
struct DESC : word<'D', 'E', 'S', 'C'> {};
struct DESCENDING : word<'D', 'E', 'S', 'C', 'E', 'N', 'D', 'I', 'N', 'G'> {};
struct DETACH : word<'D', 'E', 'T', 'A', 'C', 'H'> {};
struct DISTINCT : word<'D', 'I', 'S', 'T', 'I', 'N', 'C', 'T'> {};
struct ELSE : word<'E', 'L', 'S', 'E'> {};
struct END : word<'E', 'N', 'D'> {};
struct ENDS : word<'E', 'N', 'D', 'S'> {};
struct EXISTS : word<'E', 'X', 'I', 'S', 'T', 'S'> {};
struct EXPLAIN : word<'E', 'X', 'P', 'L', 'A', 'I', 'N'> {};
struct EXTRACT : word<'E', 'X', 'T', 'R', 'A', 'C', 'T'> {};
struct FALSE_ : word<'F', 'A', 'L', 'S', 'E'> {};
struct FILTER : word<'F', 'I', 'L', 'T', 'E', 'R'> {};
struct FOREACH : word<'F', 'O', 'R', 'E', 'A', 'C', 'H'> {};
struct IN_ : word<'I', 'N'> {};
struct IS : word<'I', 'S'> {};
struct LIMIT : word<'L', 'I', 'M', 'I', 'T'> {};
struct MATCH : word<'M', 'A', 'T', 'C', 'H'> {};
struct MERGE : word<'M', 'E', 'R', 'G', 'E'> {};
struct NONE : word<'N', 'O', 'N', 'E'> {};
struct NOT : word<'N', 'O', 'T'> {};
struct NULL_ : word<'N', 'U', 'L', 'L'> {};
struct ON : word<'O', 'N'> {};
struct OPTIONAL : word<'O', 'P', 'T', 'I', 'O', 'N', 'A', 'L'> {};
struct OR : word<'O', 'R'> {};
struct ORDER : word<'O', 'R', 'D', 'E', 'R'> {};
struct PROFILE : word<'P', 'R', 'O', 'F', 'I', 'L', 'E'> {};
struct REDUCE : word<'R', 'E', 'D', 'U', 'C', 'E'> {};
struct REMOVE : word<'R', 'E', 'M', 'O', 'V', 'E'> {};
struct RETURN : word<'R', 'E', 'T', 'U', 'R', 'N'> {};
struct SET : word<'S', 'E', 'T'> {};
struct SHORTESTPATH : word<'S', 'H', 'O', 'R', 'T', 'E', 'S', 'T', 'P', 'A', 'T', 'H'> {};
struct SINGLE : word<'S', 'I', 'N', 'G', 'L', 'E'> {};
struct SKIP : word<'S', 'K', 'I', 'P'> {};
struct STARTS : word<'S', 'T', 'A', 'R', 'T', 'S'> {};
struct THEN : word<'T', 'H', 'E', 'N'> {};
struct TRUE_ : word<'T', 'R', 'U', 'E'> {};
struct UNION : word<'U', 'N', 'I', 'O', 'N'> {};
struct UNWIND : word<'U', 'N', 'W', 'I', 'N', 'D'> {};
struct WHEN : word<'W', 'H', 'E', 'N'> {};
struct WHERE : word<'W', 'H', 'E', 'R', 'E'> {};
struct WITH : word<'W', 'I', 'T', 'H'> {};
struct XOR : word<'X', 'O', 'R'> {};
struct YIELD : word<'Y', 'I', 'E', 'L', 'D'> {};

// of the commands about indexes
struct DROP : word<'D', 'R', 'O', 'P'> {};
struct FOR : word<'F', 'O', 'R'> {};
struct IF : word<'I', 'F'> {};
struct INDEX : word<'I', 'N', 'D', 'E', 'X'> {};
struct INDEXES : word<'I', 'N', 'D', 'E', 'X', 'E', 'S'> {};
struct RANGE : word<'R', 'A', 'N', 'G', 'E'> {};
struct SHOW : word<'S', 'H', 'O', 'W'> {};
struct TEXT : word<'T', 'E', 'X', 'T'> {};
// clang-format on

}  // namespace hearsay::grammar::rules::kw
