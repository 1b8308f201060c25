// The words of the language, for completion, colouring and suggestions.
#pragma once

#include <array>
#include <string_view>

namespace hearsay::grammar {

// All keywords in capitals, ascending, each once.
inline constexpr std::array<std::string_view, 81> keywords = {
    "ABOUT", "ALL", "ALLSHORTESTPATHS", "AND", "ANY", "AS", "ASC", "ASCENDING", "BY", "CALL", "CASE", "CLAIM", "CLAIMS", "COLLECT", "CONTAINS", "CONTESTED", "COUNT", "CREATE", "DELETE", "DENIES", "DENY", "DESC", "DESCENDING", "DETACH", "DISTINCT", "DOES", "DROP", "ELSE", "END", "ENDS", "EXISTS", "EXPLAIN", "EXTRACT", "FALSE", "FILTER", "FOR", "FOREACH", "FROM", "IF", "IN", "INDEX", "INDEXES", "IS", "LIMIT", "MATCH", "MERGE", "NONE", "NOT", "NULL", "OF", "ON", "OPTIONAL", "OR", "ORDER", "PATH", "PROFILE", "RANGE", "REDUCE", "REMOVE", "RETURN", "SET", "SHORTESTPATH", "SHOW", "SINGLE", "SKIP", "STARTS", "TEXT", "THEN", "TIMELINE", "TO", "TRACE", "TRUE", "UNION", "UNWIND", "WHAT", "WHEN", "WHERE", "WHO", "WITH", "XOR", "YIELD",
};

// Those that cannot name a variable unless in back-quotes; ascending.
inline constexpr std::array<std::string_view, 43> reserved_words = {
    "ALL",      "AND",   "AS",         "ASC",    "ASCENDING", "BY",    "CASE", "CONTAINS", "CREATE",
    "DELETE",   "DESC",  "DESCENDING", "DETACH", "DISTINCT",  "ELSE",  "END",  "ENDS",     "EXISTS",
    "FALSE",    "IN",    "IS",         "LIMIT",  "MATCH",     "MERGE", "NOT",  "NULL",     "ON",
    "OPTIONAL", "OR",    "ORDER",      "REMOVE", "RETURN",    "SET",   "SKIP", "STARTS",   "THEN",
    "TRUE",     "UNION", "UNWIND",     "WHEN",   "WHERE",     "WITH",  "XOR",
};

// Both without case.
bool is_keyword(std::string_view word);
bool is_reserved(std::string_view word);

}  // namespace hearsay::grammar
