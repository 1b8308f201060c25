#include "engine/articles/zones/looks.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "engine/articles/english/zone_words.hpp"
#include "engine/articles/metadata/dates.hpp"

namespace hearsay::engine {
namespace {

using namespace zone_words;

bool starts_with(std::string_view s, std::string_view prefix) {
    return s.substr(0, prefix.size()) == prefix;
}
bool is_alnum(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// Small letters, straight apostrophes, one space between words; what stands in quotation marks is left out,
// since a person's "support us" is no appeal of the page.
std::string plain(std::string_view text) {
    const bool pairs = std::count(text.begin(), text.end(), '"') % 2 == 0;
    std::string out;
    bool straight = false, curly = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view three = text.substr(i, 3);
        if (three == "\xE2\x80\x9C" || three == "\xE2\x80\x9D") {
            curly = three == "\xE2\x80\x9C";
            i += 2;
            continue;
        }
        if (text[i] == '"') {
            straight = pairs && !straight;
            continue;
        }
        if (straight || curly) continue;
        if (three == "\xE2\x80\x99") {
            out += '\'';
            i += 2;
        } else if (starts_with(text.substr(i), "\xC2\xA0") ||
                   std::isspace(static_cast<unsigned char>(text[i]))) {
            if (text[i] == '\xC2') ++i;
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
        }
    }
    return out;
}

// `phrase` as whole words.
bool has_phrase(std::string_view s, std::string_view phrase) {
    for (std::size_t at = 0; (at = s.find(phrase, at)) != std::string_view::npos; ++at) {
        const std::size_t end = at + phrase.size();
        if ((at == 0 || !is_alnum(s[at - 1]) || !is_alnum(phrase.front())) &&
            (end == s.size() || !is_alnum(s[end]) || !is_alnum(phrase.back())))
            return true;
    }
    return false;
}

template <std::size_t N>
bool has_any(std::string_view s, const std::array<std::string_view, N>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view p) { return has_phrase(s, p); });
}

template <std::size_t N>
int count_any(std::string_view s, const std::array<std::string_view, N>& phrases) {
    return static_cast<int>(
        std::count_if(phrases.begin(), phrases.end(), [&](std::string_view p) { return has_phrase(s, p); }));
}

// --- furniture ---

// The line without what is no letter at its ends, "3 comments (12)" -> "comments".
std::string_view core(std::string_view s) {
    const auto letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    while (!s.empty() && !letter(s.front())) s.remove_prefix(1);
    while (!s.empty() && !letter(s.back())) s.remove_suffix(1);
    return s;
}

bool is_comment_mark(std::string_view s, const Line& line) {
    return line.words <= 5 &&
           std::find(comment_marks.begin(), comment_marks.end(), core(s)) != comment_marks.end();
}

bool is_end_mark(std::string_view s, const Line& line) {
    if (line.words <= 60 && (starts_with(s, "\xC2\xA9") || starts_with(s, "(c) ") ||
                             starts_with(s, "copyright ") || has_phrase(s, "all rights reserved")))
        return true;
    if (line.words > 8) return false;
    if (std::find(end_marks.begin(), end_marks.end(), core(s)) != end_marks.end()) return true;
    return std::any_of(end_mark_starts.begin(), end_mark_starts.end(),
                       [&](std::string_view p) { return starts_with(s, p); });
}

bool is_address(std::string_view s) {  // a URL, a handle or a mail address and nothing else
    if (s.find(' ') != std::string_view::npos || s.size() < 3) return false;
    if (s.front() == '@' || s.find("://") != std::string_view::npos || starts_with(s, "www.")) return true;
    const std::size_t dot = s.find('.'), slash = s.find('/'), at = s.find('@');
    return dot != std::string_view::npos && dot > 0 && dot + 2 < s.size() &&
           (at != std::string_view::npos || (slash != std::string_view::npos && slash > dot));
}

bool is_furniture(std::string_view s, const Line& line) {
    if (line.words == 0 || is_address(s)) return true;
    const int direct = count_any(s, addresses);
    int points = 2 * direct + count_any(s, hints);
    if (has_any(s, speaks_as_paper) && has_any(s, paper_words)) {
        const bool to_reader = has_any(s, speaks_to_reader), asks = has_any(s, appeal_words);
        if (to_reader && asks)
            points += 2;
        else if (to_reader || asks)
            points += 1;
    }
    if (starts_with(s, "read more") || starts_with(s, "read also") || starts_with(s, "see also") ||
        starts_with(s, "also read") || starts_with(s, "support ") || starts_with(s, "watch:") ||
        starts_with(s, "click ") || starts_with(s, "\xC2\xA9") || starts_with(s, "(c) "))
        points += line.words <= 12 ? 2 : 1;
    if (line.words <= 8) return points >= 1;
    return points >= (line.words <= 60 ? 2 : 3);
}

// --- captions ---

bool names_agency(std::string_view credit) {
    return has_any(credit, agencies) || has_phrase(credit, "photo by") || has_phrase(credit, "photo") ||
           has_phrase(credit, "image");
}

bool is_caption(std::string_view s, const Line& line) {
    if (line.words > 80) return false;
    if (std::any_of(caption_starts.begin(), caption_starts.end(),
                    [&](std::string_view p) { return starts_with(s, p); }))
        return line.words <= 60;
    if (has_any(s, speaks_of_picture) && line.words <= 60) return true;

    // A credit in brackets at the end.
    std::string_view rest = s;
    while (!rest.empty() && (rest.back() == '.' || rest.back() == ' ')) rest.remove_suffix(1);
    if (!rest.empty() && (rest.back() == ')' || rest.back() == ']')) {
        const std::size_t open = rest.rfind(rest.back() == ')' ? '(' : '[');
        if (open != std::string_view::npos) {
            const std::string_view credit = rest.substr(open + 1, rest.size() - open - 2);
            // An agency alone behind a report ("..., the governor said. (Reuters)") signs the report.
            const bool pictures = credit.size() > 8 || credit.find('/') != std::string_view::npos;
            if (names_agency(credit) && credit.size() <= 160 &&
                (pictures || (line.words <= 40 && !has_any(s, reports))))
                return true;
        }
    }
    // A credit behind the last sentence, or a line that is nothing else: few words, the last of them an
    // agency.
    std::size_t begin = rest.rfind(". ");
    begin = begin == std::string_view::npos ? 0 : begin + 2;
    const std::string_view tail = rest.substr(begin);
    const auto tail_words = std::count(tail.begin(), tail.end(), ' ') + 1;
    if (line.stops || tail_words > 7) return false;
    return std::any_of(agencies.begin(), agencies.end(), [&](std::string_view agency) {
        return tail.size() >= agency.size() && tail.substr(tail.size() - agency.size()) == agency &&
               (tail.size() == agency.size() || !is_alnum(tail[tail.size() - agency.size() - 1]));
    });
}

// --- bylines ---

// Only a date, a time of day, or both, with what goes with them.
bool is_moment(std::string_view text, std::string_view s) {
    if (s.size() > 60) return false;
    std::string rest(s);
    if (const auto date = find_date(text)) {
        if (text.size() == s.size()) rest.erase(date->span.begin, date->span.end - date->span.begin);
    } else if (std::none_of(s.begin(), s.end(), [](unsigned char c) { return std::isdigit(c); })) {
        return false;
    }
    std::string word;
    rest += ' ';
    for (const char c : rest) {
        if (std::isalpha(static_cast<unsigned char>(c))) {
            word += c;
            continue;
        }
        static constexpr auto words = std::to_array<std::string_view>(
            {"a",    "m",   "p",     "am",     "pm",      "at",        "on",       "gmt",
             "utc",  "est", "edt",   "cet",    "cest",    "bst",       "pst",      "pdt",
             "et",   "ago", "hours", "hour",   "minutes", "minute",    "min",      "mins",
             "days", "day", "read",  "date",   "mon",     "tue",       "wed",      "thu",
             "fri",  "sat", "sun",   "monday", "tuesday", "wednesday", "thursday", "friday"});
        if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end() &&
            word != "saturday" && word != "sunday")
            return false;
        word.clear();
    }
    return true;
}

bool is_byline(std::string_view text, std::string_view s, const Line& line) {
    if (is_moment(text, s)) return true;
    if (line.words > 30) return false;
    if (has_any(s, contributes)) return true;
    // "A report by The Velk Times, March 12, 2024": dated, signed, and no sentence.
    if (!line.stops && s.find(" by ") != std::string_view::npos && find_date(text)) return true;
    for (const std::string_view start : byline_starts) {
        if (!starts_with(s, start)) continue;
        const bool named = line.capitalised * 2 >= line.words;  // "By A B", not "By then the ..."
        const bool dated = find_date(text).has_value();
        if (start == "by ") return dated || (named && !line.stops);
        if (starts_with(start, "updated")) return !line.stops || line.words <= 20;
        return dated || !line.stops || line.words <= 12;
    }
    return false;
}

}  // namespace

LineLook look_of(std::string_view text, const Line& line) {
    constexpr std::size_t longest = 10000;  // bytes; what is longer is no box, and costly to search
    if (text.size() > longest) return LineLook::Sentence;
    const std::string s = plain(text);
    if (is_comment_mark(s, line)) return LineLook::Comments;
    if (is_end_mark(s, line)) return LineLook::EndMark;
    if (is_caption(s, line)) return LineLook::Caption;
    if (is_byline(text, s, line)) return LineLook::Byline;
    if (is_furniture(s, line)) return LineLook::Furniture;
    // Several bullets in one line: a list that lost its breaks, as in the boxes that tell of other articles.
    if (line.bullets >= 2) return LineLook::Furniture;
    if (line.times >= 3 && line.words <= 8) return LineLook::Furniture;
    const bool running = line.words >= 15 && line.function_words * 6 >= line.words;
    const bool introduces = text.back() == ':' && line.words >= 5 && line.function_words >= 1;
    if (running || introduces || (line.stops && (line.words >= 4 || line.function_words > 0)) || line.piece)
        return LineLook::Sentence;
    return LineLook::Short;
}

}  // namespace hearsay::engine
