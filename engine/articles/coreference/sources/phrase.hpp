// A source as a noun phrase: its heads, and what is said about them.
#pragma once

#include <string>
#include <vector>

#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/word.hpp"

namespace hearsay::engine {

// One of the coordinated heads of a source ("harbour pilots" and "town officials").
struct SourceHead {
    enum class Kind { Name, Description, Pronoun };
    Kind kind = Kind::Description;
    Span span;
    std::size_t mention = Mention::npos;  // Name: its number in Document::mentions
    std::string noun;  // Description: head noun, lower case, singular; Pronoun: the pronoun
    std::string text;  // Description: as written, without article
    bool plural = false;
    bool definite = false;  // "the", "both", "this", ...: somebody who was named before
    std::string possessor;  // "his", "its", "their" before a description; else ""
    std::string owner;      // the possessor's name, where it is known
    bool other = false;     // "another", "a third", "other": somebody else than before
    std::size_t count = 0;  // "two", "both": 2; 0 where no number is said
    std::vector<std::size_t>
        modifiers;                     // names inside the description ("the Velk mayor"), numbers of mentions
    std::vector<std::size_t> members;  // names that spell the description out ("two groups, the A and the B")
    Gender gender = Gender::Unknown;
};

// The heads of the source, in order; empty for a source without words. A description that is spelled out
// right after the source ("two groups: the A and the B", "a group calling itself the A") has these names as
// members too.
std::vector<SourceHead> read_source(const Document& document, const Span& source);

// Whether the noun, a singular, is one for a body of people: "group", "ministry", "newspaper".
bool is_body_like(const std::string& noun);

}  // namespace hearsay::engine
