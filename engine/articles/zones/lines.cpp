#include "engine/articles/zones/lines.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

#include "engine/articles/zones/looks.hpp"

namespace hearsay::engine {
namespace {

constexpr std::size_t overlong = 2000;        // bytes
constexpr std::size_t shortest_wrapped = 40;  // a line that was broken at a width is longer than this

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

UChar32 character_at(std::string_view s, std::size_t at) {
    UChar32 c = 0;
    std::int32_t i = 0;
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(s.size() - at, 4));
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(s.data()) + at, i, length, c);
    return c;
}

Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    for (bool more = true; more && begin < end;) {
        more = false;
        if (is_space(text[begin]))
            ++begin, more = true;
        else if (text.substr(begin, 2) == no_break_space)
            begin += 2, more = true;
    }
    for (bool more = true; more && begin < end;) {
        more = false;
        if (is_space(text[end - 1]))
            --end, more = true;
        else if (end - begin >= 2 && text.substr(end - 2, 2) == no_break_space)
            end -= 2, more = true;
    }
    return {begin, std::max(begin, end)};
}

const std::unordered_set<std::string_view>& function_words() {
    static const std::unordered_set<std::string_view> words{
        "the",   "a",     "an",   "of",    "to",     "in",     "on",      "at",    "for",   "and",
        "or",    "but",   "that", "this",  "with",   "from",   "by",      "as",    "is",    "are",
        "was",   "were",  "be",   "been",  "being",  "has",    "have",    "had",   "will",  "would",
        "could", "can",   "may",  "might", "should", "it",     "its",     "he",    "she",   "they",
        "their", "his",   "her",  "him",   "them",   "not",    "who",     "which", "what",  "when",
        "where", "while", "said", "says",  "after",  "before", "over",    "into",  "about", "than",
        "there", "also",  "more", "if",    "no",     "do",     "did",     "does",  "i",     "we",
        "you",   "our",   "my",   "these", "those",  "such",   "because", "so"};
    return words;
}

// Does it end in a stop, closing quotes and brackets aside?
bool has_stop(std::string_view s) {
    for (;;) {
        if (s.size() >= 3 &&
            (s.substr(s.size() - 3) == "\xE2\x80\x9D" || s.substr(s.size() - 3) == "\xE2\x80\x99"))
            s.remove_suffix(3);
        else if (!s.empty() && (s.back() == '"' || s.back() == '\'' || s.back() == ')' || s.back() == ']'))
            s.remove_suffix(1);
        else
            break;
    }
    if (s.empty()) return false;
    if (s.size() >= 3 && s.substr(s.size() - 3) == "\xE2\x80\xA6") return true;
    return s.back() == '.' || s.back() == '!' || s.back() == '?';
}

// "It fell. (Reuters)" ends like a sentence too.
bool ends_like_sentence(std::string_view s) {
    constexpr std::size_t longest_signature = 40;  // bytes
    if (has_stop(s)) return true;
    if (s.empty() || s.back() != ')') return false;
    const std::size_t open = s.rfind('(');
    return open != std::string_view::npos && s.size() - open <= longest_signature && open >= 2 &&
           s[open - 1] == ' ' && has_stop(s.substr(0, open - 1));
}

void count(std::string_view s, Line& line) {
    std::string lower;
    for (std::size_t i = 0; i < s.size();) {
        while (i < s.size() && is_space(s[i])) ++i;
        const std::size_t begin = i;
        while (i < s.size() && !is_space(s[i])) ++i;
        if (i == begin) break;
        const std::string_view word = s.substr(begin, i - begin);
        if (word == "*" || word == "\xE2\x80\xA2" || word == "\xC2\xB7") {
            ++line.bullets;
            continue;
        }
        std::size_t at = 0;
        UChar32 c = character_at(word, at);
        while (c >= 0 && !u_isalnum(c)) {  // past opening quotes and brackets
            at += c < 0x80 ? 1 : static_cast<std::size_t>(U8_LENGTH(c));
            if (at >= word.size()) break;
            c = character_at(word, at);
        }
        if (at >= word.size()) continue;  // punctuation by itself
        ++line.words;
        if (c >= 0 && u_isupper(c)) ++line.capitalised;
        if (word.size() - at <= 7) {
            lower.clear();
            for (const char ch : word.substr(at))
                if (std::isalpha(static_cast<unsigned char>(ch)))
                    lower += static_cast<char>(std::tolower(static_cast<unsigned char>(ch)));
            if (function_words().count(lower) > 0) ++line.function_words;
        }
    }
    line.stops = ends_like_sentence(s);
}

struct Break {
    Span span;
    bool blank_before;
};

bool starts_small(std::string_view s) {
    const UChar32 c = s.empty() ? 0 : character_at(s, 0);
    return c > 0 && u_islower(c);
}

// Joins what was broken at a width: the text before is long and does not stop, and the next line starts with
// a small letter. Where that is the rule in a text, lines are joined up to the next blank one whatever they
// start with.
std::vector<Break> unwrap(std::string_view text, const std::vector<Break>& lines) {
    std::size_t adjacent = 0, broken = 0;
    const auto slice = [&](const Span& s) { return text.substr(s.begin, s.end - s.begin); };
    const auto looks_broken = [&](const Span& a, const Span& b) {
        return a.end - a.begin >= shortest_wrapped && !ends_like_sentence(slice(a)) && starts_small(slice(b));
    };
    std::size_t width = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].blank_before) continue;
        ++adjacent;
        if (looks_broken(lines[i - 1].span, lines[i].span)) {
            ++broken;
            width = std::max(width, lines[i - 1].span.end - lines[i - 1].span.begin);
        }
    }
    const bool wrapped = broken >= 5 && broken * 2 >= adjacent && width <= 120;
    std::vector<Break> out;
    std::size_t last_length = 0;  // of the last line that was joined
    for (const Break& line : lines) {
        const bool join =
            !out.empty() && !line.blank_before &&
            (looks_broken(out.back().span, line.span) || (wrapped && last_length * 10 >= width * 6));
        last_length = line.span.end - line.span.begin;
        if (join)
            out.back().span.end = line.span.end;
        else
            out.push_back(line);
    }
    return out;
}

// The ends of sentences in an overlong line: a stop, perhaps closing quotes, a space, and no small letter.
std::vector<Span> pieces(std::string_view text, const Span& line) {
    std::vector<Span> out;
    std::size_t begin = line.begin;
    for (std::size_t i = line.begin; i + 1 < line.end; ++i) {
        if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
        std::size_t j = i + 1;
        while (j < line.end && (text[j] == '"' || text[j] == ')' || text.substr(j, 3) == "\xE2\x80\x9D"))
            j += text[j] == '\xE2' ? 3 : 1;
        if (j + 1 >= line.end || text[j] != ' ' || starts_small(text.substr(j + 1)) || j - begin < 20)
            continue;
        out.push_back({begin, j});
        begin = j + 1;
        i = j;
    }
    if (begin < line.end) out.push_back({begin, line.end});
    return out;
}

}  // namespace

std::string bare_words(std::string_view line) {
    std::string out;
    for (const char c : line)
        if (std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0xC3)
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!out.empty() && is_space(c) && out.back() != ' ')
            out += ' ';
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::vector<Line> split_lines(std::string_view text, const graphs::Progress& progress) {
    std::vector<Break> breaks;
    bool blank = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const Span span = trimmed(text, at, end);
        if (span.empty()) {
            blank = true;
        } else {
            breaks.push_back({span, blank});
            blank = false;
        }
        at = end + 1;
    }
    std::vector<Line> lines;
    for (const Break& b : unwrap(text, breaks)) {
        const bool split = b.span.end - b.span.begin > overlong;
        const std::vector<Span> spans = split ? pieces(text, b.span) : std::vector<Span>{b.span};
        for (const Span& span : spans) {
            Line line;
            line.span = span;
            line.blank_before = b.blank_before && span.begin == b.span.begin;
            line.piece = split;
            if (line.blank_before && !lines.empty()) lines.back().blank_after = true;
            lines.push_back(line);
        }
    }
    if (!lines.empty()) lines.back().blank_after = true;

    std::unordered_map<std::string_view, std::uint32_t> times;
    const auto slice = [&](const Span& s) { return text.substr(s.begin, s.end - s.begin); };
    for (const Line& line : lines) ++times[slice(line.span)];
    std::size_t counted = 0;
    for (Line& line : lines) {
        if (++counted % 256 == 0) progress(0);
        const std::string_view s = slice(line.span);
        line.times = times[s];
        count(s, line);
        line.look = look_of(s, line);
    }
    return lines;
}

}  // namespace hearsay::engine
