// What a run of capitalised words names: role and person, country and ministry, outlet, place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/articles/names/name_runs.hpp"

namespace hearsay::engine {

struct NameReading {
    std::size_t first = 0;  // words of the name itself: without role, honorific and owning country
    std::size_t last = 0;
    PartyKind kind = PartyKind::Unknown;
    int strength = 0;  // how sure the kind is: 0 a guess by shape, 1 by the words around, 2 by the words
                       // themselves, 3 known
    std::string name;
    std::string role;
    std::string owner;  // name of the country whose body it is
};

// The names in the run: none ("Russian"), one, or two ("Velk Mayor Lena Orr": a place and a person).
std::vector<NameReading> read_run(const Document& document, const WordList& words, const Run& run);

// State bodies written small: "Velkia's defence ministry", "the Russian military". WordList as in
// NameReading, owner included.
std::vector<NameReading> state_bodies(const WordList& words);

// "Russian Defense Ministry" for a body that every country has, by whatever form ("ministry of defence");
// else the name as it is.
std::string body_name(std::string_view name, std::string_view owner);

// The words joined as a name: single spaces, straight apostrophes, possessive endings kept inside only.
std::string spelled(const WordList& words, std::size_t first, std::size_t last);

// Two to six capitals, "MoD", "U.N.": how acronyms look. Not Roman numerals, "TV" and the like.
bool is_acronym(std::string_view text);

}  // namespace hearsay::engine
