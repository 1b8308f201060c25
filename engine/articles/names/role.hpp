// Roles that introduce or follow a person's name: "Guild spokesman Pavel Orrin", "Lena Orr, a harbour
// official,".
#pragma once

#include "engine/articles/names/word.hpp"

namespace hearsay::engine {

// The role written directly before word `name` ("Regional Governor", "former ministry spokesman", without
// article or honorific), or before a comma before it ("the governor of the Velk region, Lena Orr"), or after
// the words up to `name_end` between commas. Empty span if there is none.
Span role_of(const WordList& words, std::size_t name, std::size_t name_end);

// Whether the word is a role or a role with "-elect", "vice-" and the like around it.
bool is_role_word(const NameWord& word);

}  // namespace hearsay::engine
