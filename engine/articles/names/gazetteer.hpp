// What is commonly known about words in names: countries, places, given names, heads of organisations, roles.
// Every word or phrase is given in lower case (text/characters.hpp, `lower`) unless said otherwise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

struct Country {
    std::string name;                     // "Russia"
    std::vector<std::string> adjectives;  // "Russian"; the first is used in names
    std::string capital;                  // "Moscow"
    std::vector<std::string> others;      // "Russian Federation"
};

enum class Gender { Unknown, Man, Woman };

// The country with the name, or null. `country_of` takes any of: name, adjective, capital, other name.
const Country* country_named(std::string_view phrase);
const Country* country_with_adjective(std::string_view phrase);
const Country* country_of(std::string_view phrase);
// The country that stands before a noun as its adjective: "Norwegian", also "U.S."; or null.
const Country* country_before_noun(std::string_view phrase);

bool is_place_name(std::string_view phrase);  // countries, capitals, regions, cities
// "Kyiv" for "kiev": the spelling that a place is called by now, with its capital; empty if it has no other.
std::string_view usual_spelling(std::string_view place);
// Organisations known by name ("the Kremlin", "NATO"), with their usual spelling; empty if unknown.
std::string_view institution(std::string_view phrase);
std::string_view outlet(std::string_view phrase);

bool is_given_name(std::string_view word);
Gender gender_of_given_name(std::string_view word);

bool is_organisation_head(std::string_view word);
bool is_company_ending(
    std::string_view word);  // "inc.", "ltd", "technologies": what a firm's short name lacks
bool is_outlet_head(std::string_view word);
bool is_place_head(std::string_view word);

// "spokesman", "president", also as plural ("spokesmen"); compounds by their last part ("vice-president").
bool is_role(std::string_view word);
Gender gender_of_role(std::string_view word);
bool is_honorific(std::string_view word);  // "mr.", "dr.", "gen.", "sir", ...
Gender gender_of_honorific(std::string_view word);
bool is_group_noun(std::string_view word);    // several people: "officials"
bool is_body_noun(std::string_view word);     // a body of people: "ministry", "group"
bool is_state_body(std::string_view phrase);  // "defense ministry"
std::size_t longest_state_body();             // in words

bool is_common_word(std::string_view word);  // begins sentences with a capital, is no name
bool is_calendar_word(std::string_view word);
bool is_speech_verb(std::string_view word);

// "officials" -> "official", "agencies" -> "agency", "spokesmen" -> "spokesman"; a singular stays.
std::string singular(std::string_view word);

}  // namespace hearsay::engine
