// Words without their endings.
#pragma once

#include <string>
#include <string_view>

namespace hearsay::engine {

// The stem of a folded English word (Snowball's English stemmer, "Porter 2"): "denied" and "denies" are
// "deni". The first character of a word is that of its stem.
std::string stem(std::string_view folded_word);

// Folded words that carry no meaning of their own in a question: "the", "of", "in", ...
bool is_stop_word(std::string_view folded_word);

}  // namespace hearsay::engine
