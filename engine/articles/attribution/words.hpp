// What the reading of cues sees of an article: its words in lower case, and where each stands.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/articles/text/document.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

// Indices of words, [begin, end).
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin >= end; }
    bool operator==(const Range&) const = default;
};

// One for each token of the document, at the same index.
struct Word {
    Span span;
    std::string_view text;   // as written
    std::string_view lower;  // lower case, straight apostrophe
    bool mark = false;       // punctuation
    std::size_t sentence = npos;
    std::size_t quotation = npos;  // the innermost quotation around it, marks included
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

class Words {
  public:
    explicit Words(const Document& document, const graphs::Progress& progress = graphs::no_progress);
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;

    std::size_t size() const { return words_.size(); }
    // In front of the first word (i - 1 for i = 0) and behind the last stands an empty one, so that rules may
    // look at a word's neighbours wherever it is.
    const Word& operator[](std::size_t i) const { return i < words_.size() ? words_[i] : no_word; }
    bool is(std::size_t i, std::string_view lower) const {
        return i < words_.size() && words_[i].lower == lower;
    }
    bool is_one_of(std::size_t i, std::initializer_list<std::string_view> lower) const;
    bool has(const Range& range, std::initializer_list<std::string_view> lower) const;
    // Whether word i has a capital that is not only its sentence's.
    bool is_name(std::size_t i) const;
    // The words that have a byte in the span.
    Range range(const Span& span) const;
    // First word of the sentence that word i stands in; i if in none.
    std::size_t sentence_begin(std::size_t i) const;

    const Document& document() const { return document_; }

  private:
    static inline const Word no_word{};
    const Document& document_;
    std::string lower_;  // all lower-case forms, one after another
    std::vector<Word> words_;
};

bool is_be(std::string_view lower);
bool is_have(std::string_view lower);
bool is_auxiliary(std::string_view lower);  // be, have, do, modals and their contractions
bool is_negation(std::string_view lower);   // not, n't, never
bool is_adverb(std::string_view lower);     // by its ending, and the commonest others

}  // namespace hearsay::engine
