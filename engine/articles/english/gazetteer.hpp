// The word lists behind the gazetteer, one entry a line or separated by white space, lower-case unless said
// otherwise. Compiled by hand from common knowledge; the countries follow the short names of ISO 3166.
#pragma once

#include <string_view>

namespace hearsay::engine::gazetteer_data {

// Country|demonyms, separated by commas|capital|other names, separated by commas. Written with capitals.
extern const std::string_view countries;
// Other places: regions, states, cities. Written with capitals, one a line.
extern const std::string_view places;
// Older and other spellings of places, and the one used here, parted by "|".
extern const std::string_view spellings;
// Buildings, seats and cities' streets that stand for who works there. Written with capitals.
extern const std::string_view institutions;
// News outlets. Written with capitals.
extern const std::string_view outlets;
// Given names: men's, women's, either.
extern const std::string_view men, women, either;
// The last (or first) word of an organisation's, an outlet's, a place's name.
extern const std::string_view organisation_heads, outlet_heads, place_heads;
// Words for what a person is or does, with which a name can be introduced; plural forms are derived.
extern const std::string_view roles, men_roles, women_roles;
// Nouns for several people or a body of people: "officials", "group".
extern const std::string_view group_nouns, body_nouns;
// "defense ministry", "army": what a country has one of; written without capitals they still name it after
// the country.
extern const std::string_view state_bodies;
// Words that begin a sentence with a capital and are no names; function words; calendar; verbs of saying.
extern const std::string_view common_words, calendar, speech_verbs;

}  // namespace hearsay::engine::gazetteer_data
