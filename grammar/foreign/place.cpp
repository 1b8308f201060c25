#include "grammar/foreign/place.hpp"

#include <algorithm>

namespace hearsay::grammar::foreign {
namespace {

// Tokens behind the place that are looked at: an advice is made of what is near.
constexpr long most_behind = 400;

constexpr std::size_t longest_operand = 60;

bool same_letters(std::string_view a, std::string_view b) {
    const auto capital = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return capital(x) == capital(y); });
}

}  // namespace

Place::Place(std::string_view text, std::size_t at) : text_(text) {
    bool found = false;
    for (std::size_t i = 0; i < text.size();) {
        const RawToken token = raw_token(text, i);
        i = token.end;
        if (token.kind == RawToken::Kind::Space || token.kind == RawToken::Kind::Comment) continue;
        if (!found && token.end > at) {
            found = true;
            place_ = static_cast<long>(tokens_.size());
        }
        tokens_.push_back(token);
        if (found && static_cast<long>(tokens_.size()) - place_ > most_behind) break;
    }
    if (!found) place_ = static_cast<long>(tokens_.size());
}

const RawToken* Place::token(int number) const {
    const long at = index(number);
    return at >= 0 && at < static_cast<long>(tokens_.size()) ? &tokens_[static_cast<std::size_t>(at)]
                                                             : nullptr;
}

std::string_view Place::operator[](int number) const {
    const RawToken* found = token(number);
    return found == nullptr ? std::string_view() : text_.substr(found->begin, found->end - found->begin);
}

bool Place::is(int number, std::string_view word) const {
    return same_letters((*this)[number], word);
}

bool Place::is_word(int number) const {
    const RawToken* found = token(number);
    return found != nullptr &&
           (found->kind == RawToken::Kind::Word || found->kind == RawToken::Kind::QuotedName);
}

bool Place::is_string(int number) const {
    const RawToken* found = token(number);
    return found != nullptr && found->kind == RawToken::Kind::String;
}

bool Place::are(int number, std::string_view words) const {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (!is(number++, words.substr(0, end))) return false;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return true;
}

bool Place::touches(int number) const {
    const RawToken* here = token(number);
    const RawToken* before = token(number - 1);
    return here != nullptr && before != nullptr && before->end == here->begin;
}

Span Place::span(int first, int last) const {
    const RawToken* begin = token(first);
    const RawToken* end = token(last);
    return {begin == nullptr ? text_.size() : begin->begin, end == nullptr ? text_.size() : end->end};
}

std::string_view Place::from_to(int first, int last) const {
    const Span place = span(first, last);
    return place.begin < place.end ? text_.substr(place.begin, place.end - place.begin) : std::string_view();
}

std::optional<int> Place::closing(int number) const {
    int depth = 0;
    for (int i = number; token(i) != nullptr; ++i) {
        if (token(i)->kind == RawToken::Kind::Open) ++depth;
        if (token(i)->kind == RawToken::Kind::Close && --depth <= 0) return i;
    }
    return std::nullopt;
}

std::optional<int> Place::opening(int number) const {
    int depth = 0;
    for (int i = number; token(i) != nullptr; --i) {
        if (token(i)->kind == RawToken::Kind::Close) ++depth;
        if (token(i)->kind == RawToken::Kind::Open && --depth <= 0) return i;
    }
    return std::nullopt;
}

std::optional<int> Place::enclosing(int number) const {
    int depth = 0;
    for (int i = number - 1; index(i) >= 0; --i) {
        const RawToken* here = token(i);
        if (here == nullptr) continue;  // the text's end
        if (here->kind == RawToken::Kind::Close) ++depth;
        if (here->kind == RawToken::Kind::Open && --depth < 0) return i;
    }
    return std::nullopt;
}

std::string Place::left_of(int number) const {
    int first = number - 1;
    if ((*this)[first] == ")") {
        const auto open = opening(first);
        if (!open) return "x";
        first = *open;
        if (is_word(first - 1) && touches(first)) --first;
    } else if (!is_word(first) && !is_string(first)) {
        return "x";
    }
    while ((*this)[first - 1] == "." && is_word(first - 2)) first -= 2;
    if ((*this)[first - 1] == "$") --first;
    const std::string_view text = from_to(first, number - 1);
    return text.size() <= longest_operand ? std::string(text) : "x";
}

std::string Place::right_of(int number) const {
    int last = number + 1;
    if ((*this)[last] == "$" || (*this)[last] == "-") ++last;
    if ((*this)[last] == "(" || (*this)[last] == "[") {
        const auto close = closing(last);
        if (!close) return "y";
        last = *close;
    } else if (!is_word(last) && !is_string(last)) {
        return "y";
    }
    while ((*this)[last + 1] == "." && is_word(last + 2)) last += 2;
    if ((*this)[last + 1] == "(" && touches(last + 1)) last = closing(last + 1).value_or(last);
    const std::string_view text = from_to(number + 1, last);
    return text.size() <= longest_operand ? std::string(text) : "y";
}

std::optional<int> Place::find(int number, std::string_view word) const {
    for (int i = number; token(i) != nullptr; ++i)
        if (is(i, word)) return i;
    return std::nullopt;
}

std::optional<Found> find(std::string_view text, std::size_t at) {
    const Place place(text, at);
    for (auto* look : {find_index_command, find_clause, find_sql, find_pattern, find_expression})
        if (auto found = look(place)) {
            const bool only_code = found->suggestion.find('`', 1) + 1 == found->suggestion.size();
            if (only_code && found->suggestion.front() == '`') found->suggestion.insert(0, "write ");
            return found;
        }
    return std::nullopt;
}

}  // namespace hearsay::grammar::foreign
