#include <algorithm>
#include <array>
#include <cctype>

#include "engine/claims/trace.hpp"

namespace hearsay::engine {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// What can stand between a full stop and the white space after it.
std::size_t closing_mark_before(std::string_view text, std::size_t end) {
    constexpr std::array<std::string_view, 8> marks{"\"", "'", ")", "]", "”", "’", "»", "“"};
    for (std::string_view mark : marks) {
        if (end >= mark.size() && text.substr(end - mark.size(), mark.size()) == mark) return mark.size();
    }
    return 0;
}

// "Mr.", "Gen.", "U.S.", "J.": a full stop that ends no sentence. `stop` is its place.
bool is_abbreviation(std::string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && std::isalpha(static_cast<unsigned char>(text[begin - 1]))) --begin;
    const std::string_view word = text.substr(begin, stop - begin);
    if (word.size() == 1 && std::isupper(static_cast<unsigned char>(word[0]))) return true;
    constexpr std::array<std::string_view, 29> known{"Mr",  "Mrs",  "Ms",  "Dr",  "Prof", "Gen", "Lt",  "Col",
                                                     "Maj", "Capt", "Sgt", "Sen", "Rep",  "Gov", "St",  "Jan",
                                                     "Feb", "Mar",  "Apr", "Aug", "Sep",  "Oct", "Nov", "Dec",
                                                     "No",  "vs",   "etc", "Jr",  "Sr"};
    return std::find(known.begin(), known.end(), word) != known.end();
}

// Does a sentence end right before `at`? White space or the text's end must follow.
bool ends_before(std::string_view text, std::size_t at) {
    if (at < text.size() && !is_space(text[at])) return false;
    std::size_t end = at;
    while (const std::size_t mark = closing_mark_before(text, end)) end -= mark;
    if (end == 0) return false;
    const char last = text[end - 1];
    const bool ellipsis = end >= 3 && text.substr(end - 3, 3) == "…";
    if (last != '.' && last != '!' && last != '?' && !ellipsis) return false;
    if (last == '.' && is_abbreviation(text, end - 1)) return false;
    // "...?" he asked: what goes on in lower case is the same sentence.
    std::size_t next = at;
    while (next < text.size() && is_space(text[next]) && text[next] != '\n') ++next;
    return next >= text.size() || !std::islower(static_cast<unsigned char>(text[next]));
}

}  // namespace

TextSpan sentences_around(std::string_view text, TextSpan part) {
    TextSpan found = part;
    while (found.begin > 0 && text[found.begin - 1] != '\n') {
        // A sentence begins where only white space lies between it and the end of another.
        std::size_t before = found.begin;
        while (before > 0 && is_space(text[before - 1]) && text[before - 1] != '\n') --before;
        if (before < found.begin && ends_before(text, before)) break;
        found.begin = before < found.begin ? before : found.begin - 1;
    }
    while (found.begin < part.begin && is_space(text[found.begin])) ++found.begin;
    while (found.end < text.size() && text[found.end] != '\n' && !ends_before(text, found.end)) ++found.end;
    while (found.end > part.end && is_space(text[found.end - 1])) --found.end;
    return found;
}

}  // namespace hearsay::engine
