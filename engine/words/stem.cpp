#include "engine/words/stem.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

namespace hearsay::engine {
namespace {

struct DeleteStemmer {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// Ascending, for a binary search.
constexpr std::array<std::string_view, 66> stop_words{
    "a",      "about", "after", "also", "an",    "and",   "are",   "as",     "at",    "be",    "been",
    "before", "being", "but",   "by",   "can",   "did",   "do",    "does",   "for",   "from",  "had",
    "has",    "have",  "he",    "her",  "his",   "if",    "in",    "into",   "is",    "it",    "its",
    "of",     "on",    "or",    "our",  "over",  "s",     "she",   "should", "so",    "such",  "than",
    "that",   "the",   "their", "them", "then",  "there", "these", "they",   "this",  "those", "to",
    "was",    "we",    "were",  "what", "which", "who",   "will",  "with",   "would", "you",   "your"};
static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));

}  // namespace

std::string stem(std::string_view folded_word) {
    // One a thread: a stemmer keeps its last word.
    thread_local const std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer(sb_stemmer_new("english", "UTF_8"));
    if (!stemmer) throw std::bad_alloc();
    const sb_symbol* stemmed =
        sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(folded_word.data()),
                        static_cast<int>(folded_word.size()));
    if (stemmed == nullptr) throw std::bad_alloc();
    return std::string(reinterpret_cast<const char*>(stemmed),
                       static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
}

bool is_stop_word(std::string_view folded_word) {
    return std::binary_search(stop_words.begin(), stop_words.end(), folded_word);
}

}  // namespace hearsay::engine
