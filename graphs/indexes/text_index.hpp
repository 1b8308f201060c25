// Which of many texts contain a part: an inverted index of tokens that keeps the exact meaning of CONTAINS,
// STARTS WITH and ENDS WITH, case and all.
//
// A part without separators stands in a text exactly if it stands in one of the text's tokens: the distinct
// tokens are searched, which are few and short, and the texts of those that have it are joined. Of any other
// part the tokens inside must be tokens of the text, the first the end of one and the last the beginning of
// one; the texts that have all of them are looked at.
//
// Source: Zobel and Moffat, Inverted files for text search engines (2006), for vocabulary and postings.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/columns/bitmap.hpp"
#include "graphs/indexes/text_predicate.hpp"
#include "graphs/progress.hpp"

namespace hearsay::graphs {

class TextIndex {
  public:
    class Builder;
    static constexpr std::size_t longest_token = 128;  // bytes; longer ones are rare, or no words

    std::size_t text_count() const { return text_count_; }
    std::size_t token_count() const { return begins_.size() - 1; }
    std::size_t bytes() const;  // of memory

    // The numbers of the texts that pass, ascending. `verify(number)` tells whether one passes; it is asked
    // where the tokens do not say it all.
    std::vector<std::uint32_t> find(TextPredicate test, std::string_view part,
                                    const std::function<bool(std::uint32_t)>& verify,
                                    const Progress& progress) const;
    // About how many `find` gives, at a cost that is bounded whatever the vocabulary.
    double estimate(TextPredicate test, std::string_view part) const;

  private:
    struct Wanted;  // a token of the part, to be searched in the vocabulary

    // Some of the part's tokens, those that stand in the fewest texts first.
    std::vector<Wanted> wanted(TextPredicate test, std::string_view part) const;
    void estimate(Wanted& token) const;
    // f(token) for each token of [begin, end) in which the pattern stands.
    template <class F>
    void for_each_token_with(std::string_view pattern, std::size_t begin, std::size_t end, F&& f) const;
    std::vector<std::uint64_t> texts_with(const Wanted& token, const Progress& progress) const;

    static constexpr char mark = '\n';  // between tokens; in none of them

    std::size_t text_count_ = 0;
    std::string vocabulary_{mark};            // mark, token, mark, token, ..., mark
    std::vector<std::uint32_t> begins_{1};    // of each token in the vocabulary; at last its end
    std::vector<std::uint64_t> postings_at_;  // where each token's begin in postings_; at last the end
    // The numbers of the token's texts, ascending, each as the difference to the one before, less 1; LEB128.
    std::vector<std::uint8_t> postings_;
    Bitmap loose_;  // texts with a token that is too long to be kept: the tokens do not say all of them
};

// Takes the texts in turn; they get the numbers 0, 1, 2, ... Many at once are taken faster than one by one.
class TextIndex::Builder {
  public:
    explicit Builder(const Progress& progress);  // which outlives it
    ~Builder();
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;
    void add(std::span<const std::string_view> texts);
    TextIndex finish();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hearsay::graphs
