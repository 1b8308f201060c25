// How questions in plain words are written: patterns such as `WHAT DOES $name CLAIM ABOUT $words`, of which a
// program gives a table. A word in capitals stands for itself, in any case; `$name` for words in quotes or a
// parameter; `#number` for a whole number or a parameter. One space stands between two parts.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace hearsay::grammar {

// In the order in which they are tried, so that one that goes on where another ends stands before it. Their
// words stand in text/keywords.hpp, too. The texts outlive the trees that are made by them.
using ShortForms = std::span<const std::string_view>;

struct ShortFormPart {
    enum class Kind { Word, Words, Number };
    Kind kind;
    std::string_view text;  // "DOES", "name"

    bool is_slot() const { return kind != Kind::Word; }
};

// Takes the first part off. REQUIRES: there is one.
inline ShortFormPart take_part(std::string_view& pattern) {
    const std::size_t end = pattern.find(' ');
    const std::string_view part = pattern.substr(0, end);
    pattern = end == std::string_view::npos ? std::string_view() : pattern.substr(end + 1);
    if (part.starts_with('$')) return {ShortFormPart::Kind::Words, part.substr(1)};
    if (part.starts_with('#')) return {ShortFormPart::Kind::Number, part.substr(1)};
    return {ShortFormPart::Kind::Word, part};
}

// What a parse knows of them.
struct ShortFormsAtHand {
    ShortForms all;
    std::size_t at = 0;     // the one that is tried, or was found
    std::string_view word;  // that is due
};

}  // namespace hearsay::grammar
