// about(): does a text say all the words of a question, in any form, or name who they name?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/claims/name_index.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {

// The words of one question, made ready for many texts.
//
// A word counts as found where the text has a word with the same stem. Words of the question that are a name
// or an alias of a party or place count as found where the text has another of its names as a phrase (an
// acronym in capitals only), and where the statement has a MENTIONS edge to it. Stop words are not looked
// for, unless there are no others.
//
// A matcher keeps what it learns about the words of texts: it belongs to one thread.
class WordMatcher {
  public:
    static constexpr std::size_t most_words = 64;  // different words, without stop words

    // REQUIRES: word_count(words) <= most_words. A question without words matches nothing.
    WordMatcher(std::string_view words, const NameIndex& names, const graphs::PropertyGraph& graph);
    static std::size_t word_count(std::string_view words);

    bool matches(std::string_view text) { return all_ != 0 && found_in(text) == all_; }
    // The text of a vertex, and what it mentions.
    bool matches(std::string_view text, graphs::VertexId vertex, const graphs::PropertyGraph& graph);

  private:
    using Words64 = std::uint64_t;  // a bit for each word of the question
    struct Phrase {
        std::vector<std::uint32_t> terms;
        Words64 covers = 0;
        bool acronym = false;
    };
    struct Hit {
        std::size_t index;  // of the word in the text
        std::uint32_t term;
        bool capitals;
    };

    std::uint32_t term_of(const std::string& folded_word);  // adds it
    void add_phrase(const std::vector<std::string>& folded_words, Words64 covers, bool acronym);
    void add_names(const std::vector<std::string>& question, const std::vector<Words64>& bits,
                   const NameIndex& names, const graphs::PropertyGraph& graph);
    Words64 found_in(std::string_view text);
    bool ends_phrase(const Phrase& phrase) const;

    static constexpr std::uint32_t no_term = UINT32_MAX;
    Words64 all_ = 0;
    std::unordered_map<std::string, std::uint32_t> terms_;  // by stem
    std::vector<std::vector<Phrase>> phrases_;              // by their last term
    std::unordered_map<graphs::VertexId, Words64> named_;   // who the words name
    graphs::TypeId mentions_;
    FoldedWords::Beginnings beginnings_;                    // of the words that may have one of the stems
    std::unordered_map<std::string, std::uint32_t> known_;  // words of texts -> their term, or no_term
    std::vector<Hit> hits_;                                 // of the text at hand
};

}  // namespace hearsay::engine
