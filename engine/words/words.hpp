// Text cut into words and folded, so that words are found without regard to case, accents and typography.
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::engine {

// The words of a text, in order, folded: without case (full case folding) and accents (NFKD without marks).
//   - A word is a run of letters and digits; a hyphen parts words ("pro-peace" is two).
//   - An apostrophe inside a word is dropped ("O'Hara" is "ohara"), a final 's as well ("Kremlin's" is
//   "kremlin").
//   - Digit groups are joined ("1,200" is "1200"); a decimal point stays ("3.5").
//   - The dots of an acronym are dropped ("U.N." is "un").
std::vector<std::string> fold_words(std::string_view text);

// The same, one word at a time and without an allocation a word.
class FoldedWords {
  public:
    // The first bytes of folded words; FoldedWords passes over a word that begins with another one (a word that
    // begins with a character beyond ASCII is never passed over).
    using FirstBytes = std::bitset<128>;

    explicit FoldedWords(std::string_view text) : text_(text) {}

    // Moves to the next word; false at the end of the text.
    bool next();
    // The same, but a word that begins with none of `wanted` counts in `index` and is passed over.
    bool next(const FirstBytes& wanted);

    const std::string& word() const { return word_; }  // folded
    std::size_t index() const { return count_ - 1; }   // of the word in the text, from 0
    std::size_t begin() const { return begin_; }       // bytes of the text
    std::size_t end() const { return position_; }

  private:
    bool find_start();
    template <bool emit>
    void scan();

    std::string_view text_;
    std::size_t position_ = 0;
    std::size_t begin_ = 0;
    std::size_t count_ = 0;
    std::string word_;
};

}  // namespace hearsay::engine
