// How the network sees a word's letters: folded for the vocabulary, and as one of a few shapes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay::engine {

// What a character does where text is cut into words (as BERT's basic tokenizer; categories are Unicode's).
enum class Cut : std::uint8_t {
    Letter,   // goes on with a word
    Alone,    // is a word by itself: punctuation, a CJK ideograph
    Space,    // ends a word
    Dropped,  // control and format characters, not assigned ones: begins no word, and is left out within one
};
Cut cut_of(char32_t code);

// Appends the word in lower case without accents and dropped characters; adds nothing if nothing is left.
void fold(std::string_view word, std::string& out);

enum class Shape : std::uint8_t { Other, Lower, Capitalised, Upper, Mixed, Number };
constexpr std::size_t word_shapes = 6;
// Number: with any digit; Other: without letters; one capital letter alone is Capitalised.
Shape shape_of(std::string_view word);

}  // namespace hearsay::engine
