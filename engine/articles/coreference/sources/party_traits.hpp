// What is known of an article's parties beyond their names: roles, gender, whether they are people or bodies.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

struct PartyTraits {
    std::vector<std::string> roles;       // words of its roles, lower case: "kremlin", "spokesman"
    std::vector<std::string> role_heads;  // what it is: "spokesman"
    std::string owner;                    // country, by its name
    Gender gender = Gender::Unknown;
};

// One for each chain. REQUIRES: chain_names (chains/name_chains.hpp) has run.
std::vector<PartyTraits> party_traits(const Document& document);

// Whether two role nouns can mean one person: the same, or "spokesman" and "spokesperson".
bool same_role(std::string_view a, std::string_view b);
// Whether the general noun takes the role in: a senator is a politician and a lawmaker.
bool is_kind_of_role(std::string_view role, std::string_view general);

}  // namespace hearsay::engine
