// How names are written: one form for "Ministry of Defence" and "defense ministry", acronyms, headline
// capitals.
#pragma once

#include <string>
#include <string_view>

#include "engine/articles/names/word.hpp"

namespace hearsay::engine {

// "Russian Defense Ministry" for a body that every country has, by whatever form ("ministry of defence");
// else the name as it is.
std::string body_name(std::string_view name, std::string_view owner);

// The words joined as a name: single spaces, straight apostrophes, possessive endings kept inside only,
// without the quotation marks around a nickname.
std::string spelled(const WordList& words, std::size_t first, std::size_t last);

// "LENA ORR" -> "Lena Orr"; a name that has a small letter stays.
std::string without_shouting(std::string name);

// Two to six capitals, "MoD", "U.N.": how acronyms look. Not Roman numerals, "TV" and the like.
bool is_acronym(std::string_view text);

}  // namespace hearsay::engine
