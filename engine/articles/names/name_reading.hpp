// What a tagged stretch of words names: without titles and articles, of which kind, whose body, in what role.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/articles/names/word.hpp"

namespace hearsay::engine {

struct NameReading {
    std::size_t first = 0;  // words of the name itself: without role, honorific and article
    std::size_t last = 0;
    PartyKind kind = PartyKind::Unknown;
    int strength = 0;  // how sure the kind is: 0 not at all, 1 by its tag, 2 by its tag and words, 3 known
    std::string name;
    std::string role;
    std::string owner;  // name of the country whose body it is
};

// The name that the network tagged at words [first, last); none for what only belongs to a country or a creed
// ("Russian", "Republicans") and for words without capitals.
std::optional<NameReading> read_tagged(const Document& document, const WordList& words, std::size_t first,
                                       std::size_t last, NameClass tag);

// The name at words [first, last) if the gazetteer has it.
std::optional<NameReading> read_known(const WordList& words, std::size_t first, std::size_t last);

// Whether the word is made of a name but is none: "Velk-based", "pro-Velkian", "Norwegians", "Republicans".
bool is_derived_word(const NameWord& word);

// State bodies written small: "Velkia's defence ministry", "the Russian military"; owner included.
std::vector<NameReading> state_bodies(const WordList& words);

// The role of the person named by words [first, last), "" if none stands there.
std::string role_text(const Document& document, const WordList& words, std::size_t first, std::size_t last);

}  // namespace hearsay::engine
