// What the head noun of a described source says: a body, a document, somebody who can speak. Nouns are given
// in lower case, in the singular.
#pragma once

#include <string>
#include <string_view>

namespace hearsay::engine {

// Somebody's words ("statement", "post"): whoever said them is meant.
bool is_statement_noun(std::string_view noun);
// Documents and the like ("report", "information").
bool is_inanimate(const std::string& noun);
// Whether a party that is described by the noun can speak at all, or be read: people, bodies of people,
// documents.
bool can_speak(const std::string& noun);
// The state's and firms' bodies ("ministry"), which no armed group is, and the other way about ("legion",
// "group").
bool is_state_noun(std::string_view noun);
// Bodies that take sides ("party"), which no commission or court is.
bool is_partisan_noun(std::string_view noun);
bool is_business_noun(std::string_view noun);
bool is_fighting_noun(std::string_view noun);

}  // namespace hearsay::engine
