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
    // How the folded words begin that are of interest.
    class Beginnings {
      public:
        void add(char first);               // and anything after it
        void add(char first, char second);  // a word of one letter has no second
        bool has(unsigned char first) const { return first < 0x80 && any_[first]; }
        bool has(unsigned char first, unsigned char second) const {
            return first < 0x80 && second < 0x80 && both_[first * std::size_t{128} + second];
        }

      private:
        std::bitset<128> any_;  // something begins so
        std::bitset<128 * 128> both_;
    };

    explicit FoldedWords(std::string_view text) : text_(text) {}

    // Moves to the next word; false at the end of the text.
    bool next();
    // The same, but a word that begins with none of `wanted` counts in `index` and may be passed over. (It is
    // not where its beginning as written does not tell the folded one: a character beyond ASCII, an
    // apostrophe, the dot of an acronym.)
    bool next(const Beginnings& wanted);

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
