#include "engine/articles/attribution/words.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

using Set = std::unordered_set<std::string_view>;

bool contains(std::initializer_list<std::string_view> list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

Words::Words(const Document& document, const graphs::Progress& progress) : document_(document) {
    const auto& tokens = document.tokens;
    words_.resize(tokens.size());
    std::vector<std::size_t> offsets(tokens.size() + 1);
    lower_.reserve(document.text.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i % 1024 == 0) progress(0);
        offsets[i] = lower_.size();
        words_[i].span = tokens[i].span;
        words_[i].text = document.slice(tokens[i].span);
        lower_ += lower(words_[i].text);
    }
    offsets[tokens.size()] = lower_.size();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        words_[i].lower = std::string_view(lower_).substr(offsets[i], offsets[i + 1] - offsets[i]);
        words_[i].mark = !is_word(character_at(words_[i].text, 0).code) && !words_[i].lower.starts_with('\'');
        words_[i].mark = words_[i].mark || words_[i].lower == "'" || words_[i].lower == "''";
    }
    for (std::size_t s = 0; s < document.sentences.size(); ++s)
        for (std::size_t i = document.sentences[s].first_token; i < document.sentences[s].last_token; ++i)
            words_[i].sentence = s;
    for (std::size_t q = 0; q < document.quotations.size(); ++q) {
        const Range inside = range(document.quotations[q].span);
        for (std::size_t i = inside.begin; i < inside.end; ++i) words_[i].quotation = q;
    }
}

bool Words::is_one_of(std::size_t i, std::initializer_list<std::string_view> lower) const {
    return i < words_.size() && contains(lower, words_[i].lower);
}

bool Words::has(const Range& range, std::initializer_list<std::string_view> lower) const {
    for (std::size_t i = range.begin; i < range.end; ++i)
        if (is_one_of(i, lower)) return true;
    return false;
}

bool Words::is_name(std::size_t i) const {
    if (i >= words_.size() || !begins_upper(words_[i].text) || words_[i].lower == "i") return false;
    return i > sentence_begin(i) && !words_[i - 1].mark;
}

Range Words::range(const Span& span) const {
    const auto begin =
        std::lower_bound(words_.begin(), words_.end(), span.begin,
                         [](const Word& word, std::size_t byte) { return word.span.end <= byte; });
    const auto end = std::lower_bound(begin, words_.end(), span.end, [](const Word& word, std::size_t byte) {
        return word.span.begin < byte;
    });
    return {static_cast<std::size_t>(begin - words_.begin()), static_cast<std::size_t>(end - words_.begin())};
}

std::size_t Words::sentence_begin(std::size_t i) const {
    if (i >= words_.size() || words_[i].sentence == Word::npos) return i;
    return document_.sentences[words_[i].sentence].first_token;
}

bool is_be(std::string_view lower) {
    return contains({"be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re", "'s"}, lower);
}

bool is_have(std::string_view lower) {
    return contains({"have", "has", "had", "having", "'ve"}, lower);
}

bool is_auxiliary(std::string_view lower) {
    return is_be(lower) || is_have(lower) ||
           contains({"do",    "does",   "did", "will", "would", "can", "could", "may", "might", "must",
                     "shall", "should", "'ll", "'d",   "wo",    "ca",  "ai",    "got", "get",   "gets"},
                    lower);
}

bool is_negation(std::string_view lower) {
    return contains({"not", "n't", "never", "cannot"}, lower);
}

bool is_adverb(std::string_view lower) {
    static const Set others = {"also",    "still", "ever",   "even",  "just", "now",    "always",
                               "again",   "often", "then",   "yet",   "so",   "too",    "once",
                               "soon",    "quite", "very",   "at",    "all",  "once",   "anymore",
                               "already", "else",  "either", "later", "all",  "indeed", "rather"};
    return (lower.size() > 4 && lower.ends_with("ly") && lower != "supply" && lower != "reply") ||
           others.contains(lower);
}

}  // namespace hearsay::engine
