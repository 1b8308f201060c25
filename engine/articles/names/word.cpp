#include "engine/articles/names/word.hpp"

#include <algorithm>

#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

bool begins_like_name(std::string_view text) {
    if (begins_upper(text)) return true;
    for (const std::string_view particle : {"al-", "el-", "as-", "ash-", "d'", "d’", "de-"})
        if (text.starts_with(particle) && begins_upper(text.substr(particle.size()))) return true;
    return false;
}

bool opens(std::string_view text) {
    return text == "“" || text == "\"" || text == "‘" || text == "``" || text == ":" || text == "•" ||
           text == "*";
}

}  // namespace

WordList words_of(const Document& document, std::size_t first, std::size_t last) {
    WordList words;
    words.reserve(last - first);
    for (std::size_t i = first; i < last; ++i) {
        const Span span = document.tokens[i].span;
        const std::string_view text = document.slice(span);
        const bool touches = !words.empty() && words.back().end == span.begin && !words.back().mark;
        if (touches && (text == "'s" || text == "’s" || text == "'S" || text == "’S")) {
            words.back().possessive = true;
            words.back().end = span.end;
            continue;
        }
        if (touches && (text == "'" || text == "’") && words.back().lower.ends_with('s')) {
            words.back().possessive = true;
            words.back().end = span.end;
            continue;
        }
        NameWord word;
        word.span = span;
        word.text = text;
        word.lower = lower(text);
        word.end = span.end;
        const Character c = character_at(text, 0);
        word.capital = begins_like_name(text);
        word.number = is_digit(c.code);
        word.mark = !is_word(c.code);
        word.initial =
            words.empty() || opens(words.back().text) || (words.back().initial && words.back().mark);
        words.push_back(std::move(word));
    }
    return words;
}

WordList words_of(const Document& document, const Sentence& sentence) {
    return words_of(document, sentence.first_token, sentence.last_token);
}

WordList words_of(const Document& document, const Span& span) {
    const auto begin =
        std::lower_bound(document.tokens.begin(), document.tokens.end(), span.begin,
                         [](const Token& token, std::size_t at) { return token.span.begin < at; });
    auto end = begin;
    while (end != document.tokens.end() && end->span.end <= span.end) ++end;
    return words_of(document, static_cast<std::size_t>(begin - document.tokens.begin()),
                    static_cast<std::size_t>(end - document.tokens.begin()));
}

std::string joined_lower(const WordList& words, std::size_t first, std::size_t last) {
    std::string out;
    for (std::size_t i = first; i < last; ++i) {
        if (!out.empty()) out += ' ';
        out += words[i].lower;
    }
    return out;
}

WordRange words_at(const WordList& words, const Span& span) {
    const auto first = std::partition_point(
        words.begin(), words.end(), [&](const NameWord& word) { return word.span.end <= span.begin; });
    const auto last = std::partition_point(first, words.end(),
                                           [&](const NameWord& word) { return word.span.begin < span.end; });
    return {static_cast<std::size_t>(first - words.begin()), static_cast<std::size_t>(last - words.begin())};
}

bool is_title_case(const WordList& words) {
    // A headline has no stop.
    for (std::size_t i = words.size(); i-- > 0 && words[i].mark;)
        if (words[i].text == ".") return false;
    std::size_t capital = 0;
    std::size_t small = 0;
    for (const NameWord& word : words) {
        if (word.mark || word.number || word.lower.size() < 4) continue;
        ++(word.capital ? capital : small);
    }
    return capital >= 4 && capital > 3 * small;
}

bool is_reading_zone(ZoneKind zone) {
    return zone == ZoneKind::Title || zone == ZoneKind::Body || zone == ZoneKind::Heading;
}

}  // namespace hearsay::engine
