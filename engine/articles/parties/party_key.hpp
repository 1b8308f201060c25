// Keys that the names of one party share: across case, accents, articles, romanisations, "Velkia's Ministry
// of Defence" and "Velkian Defense Ministry", "Freedom of Velkia Legion" and "Freedom for Velkia Legion".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay::engine {

// "Andriy Orlun" and "Andrii Orlun" have one key; middle names and initials do not count, "Jr." and "III" do;
// "" for no name.
std::string person_key(std::string_view name);
// Of two names with one key: whether they can be one person's. Middle names that differ part people: "Lena A.
// Orr", "Lena B. Orr".
bool middle_names_agree(std::string_view a, std::string_view b);
// "van der lund" for "Pieter van der Lund Jr."; folded, "" for no name.
std::string surname_of(std::string_view name);
// Whether the names are one person's with a short form of the given name: "Bill Orrin", "William Orrin". True
// of people of one article; two articles' may be two.
bool is_short_form(std::string_view a, std::string_view b);
// Equal for names with the same given name and surname; and what `given_name_key` gives the names that may be
// a short form of this one, or that this one may be short for.
std::string given_name_key(std::string_view name);
std::vector<std::string> other_given_names_keys(std::string_view name);
// The words of a role that names a place, a country or a body that everybody knows ("Kremlin spokesman"), so
// that few have it; "" for other roles, former ones and none.
std::string office_key(std::string_view role);
std::string place_key(std::string_view name);
// The words of the name in alphabetical order, without "the", "of", "for", "and"; countries by their name,
// whatever form stands there; the owning country added where the name lacks it.
std::string organisation_key(std::string_view name, std::string_view owner = {});
// The same without countries, or "" where too little is left to tell it from others: every country has a
// "Defense Ministry", and one word is no name of a body.
std::string organisation_core_key(std::string_view name);
// The country that the name of an organisation has in it, by its name ("Russia"), or "".
std::string country_in(std::string_view name);

// The same for descriptions: "the Velkian officials" and "Velkian officials".
std::string description_key(std::string_view description);
// Whether the description names a country, so that it is one party everywhere: "Velkian officials".
bool is_tied_description(std::string_view description);

}  // namespace hearsay::engine
