// Noun phrases and clauses, guessed from word classes: where sources and contents begin and end.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/articles/attribution/words.hpp"

namespace hearsay::engine {

// Indices of words, [begin, end).
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin >= end; }
    std::size_t size() const { return end - begin; }
    bool contains(std::size_t i) const { return begin <= i && i < end; }
    bool operator==(const Range&) const = default;
};

class Phrases {
  public:
    explicit Phrases(const Words& words);

    // The sentence's words.
    Range sentence(std::size_t word) const;
    // The base noun phrase around a word ("the ministry 's spokesman"), empty if it stands in none.
    Range noun_phrase(std::size_t word) const;
    // The same with what follows: "of the navy", ", a retired admiral ,", up to `limit`.
    Range long_noun_phrase(std::size_t word, std::size_t limit) const;
    // A noun phrase that ends before `end`, with what stands before it: "a spokesman for | the navy", "X and
    // | Y".
    // `subject`: a finite verb follows, so that participles and relative clauses may be passed over to the
    // noun they belong to
    // ("two choirs made up of Orrs", "those who named Orr").
    Range noun_phrase_before(std::size_t end, std::size_t limit, bool subject = true) const;
    bool is_time(const Range& phrase) const;  // "last Tuesday", "this week"

    // Whether a clause begins here: a noun phrase whose verb follows before `limit`.
    bool clause_at(std::size_t begin, std::size_t limit) const;
    // The first finite verb of [begin, end), relative clauses passed over; `end` if none.
    std::size_t finite_verb(std::size_t begin, std::size_t end) const;
    // End of adjuncts that begin here: "in a statement", "on Tuesday", "last week", adverbs; `begin` if none.
    std::size_t adjunct_end(std::size_t begin, std::size_t limit) const;

    const Words& words() const { return words_; }

  private:
    // Where the noun phrase begins whose relative clause goes up to `begin`: "those | who named | Orr";
    // `begin` if none.
    std::size_t relative_holder(std::size_t begin, std::size_t limit) const;
    void chunk(const Range& sentence);
    std::size_t chunk_from(std::size_t begin, std::size_t limit) const;

    const Words& words_;
    std::vector<Range> chunk_;  // for each word
};

bool is_be(std::string_view lower);
bool is_have(std::string_view lower);
bool is_auxiliary(std::string_view lower);  // be, have, do, modals and their contractions
bool is_negation(std::string_view lower);   // not, n't, never
bool is_time_word(std::string_view lower);  // "Tuesday", "week", "yesterday"

}  // namespace hearsay::engine
