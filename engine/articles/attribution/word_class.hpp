// The word classes that the rules for attributions tell apart, and a guess at them from a word list and the
// words beside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay::engine {

// In the order of the tables in word_classes.inc.
enum class WordClass : std::uint8_t {
    Noun,
    Name,
    Pronoun,     // he, they, me
    Possessive,  // his, their
    Adjective,
    Adverb,
    Number,
    Determiner,
    Base,        // a verb's plain form: (to) say
    Present,     // says; (they) say
    Past,        // said
    Participle,  // (has) said
    Gerund,      // saying
    Modal,
    Preposition,     // and subordinating conjunctions
    Conjunction,     // and, or, but
    Complementizer,  // that, whether
    Wh,              // who, which, what, when
    To,
    Genitive,  // 's
    Particle,  // (pointed) out
    There,     // there (is)
    Mark,      // punctuation
    Quote,     // quotation marks
    Other
};
constexpr std::size_t word_classes = 25;

// Guesses the classes of a sentence's words: a bigram model over word_classes.inc, words that are not listed
// by their ending and their capital. `lower` holds the words in lower case (see characters.hpp), `words` as
// written. `titled`: capitals say nothing, as in a headline. Two spans of one length in, one class a word
// out. Linear in the number of words.
std::vector<WordClass> guess_classes(const std::vector<std::string_view>& words,
                                     const std::vector<std::string_view>& lower, bool titled);

constexpr bool is_nominal(WordClass c) {
    return c == WordClass::Noun || c == WordClass::Name;
}
constexpr bool is_finite(WordClass c) {
    return c == WordClass::Present || c == WordClass::Past || c == WordClass::Modal;
}
constexpr bool is_verb(WordClass c) {
    return c >= WordClass::Base && c <= WordClass::Modal;
}

}  // namespace hearsay::engine
