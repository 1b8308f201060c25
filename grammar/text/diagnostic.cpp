#include "grammar/text/diagnostic.hpp"

#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace hearsay::grammar {

namespace {

constexpr std::size_t most_columns = 100;     // of a line of text that is shown whole
constexpr std::size_t most_bytes = 1024;      // of a line that are looked at on each side of the place
constexpr std::size_t longest_message = 600;  // bytes
constexpr std::size_t tab_stop = 4;

struct Character {
    std::size_t begin, end;  // bytes
    std::size_t width;       // columns on a terminal
};

std::size_t width_of(UChar32 c, std::size_t column) {
    if (c == '\t') return tab_stop - column % tab_stop;
    const int category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::vector<Character> characters(std::string_view line) {
    std::vector<Character> result;
    const auto size = static_cast<std::int64_t>(line.size());
    std::size_t column = 0;
    for (std::int64_t at = 0; at < size;) {
        const std::int64_t begin = at;
        UChar32 c;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(line.data()), at, size, c);
        const std::size_t width = width_of(c, column);
        result.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(at), width});
        column += width;
    }
    return result;
}

// The bytes of a line, fit to be printed: tabs as spaces, no control characters, no broken UTF-8.
void append_printable(std::string& to, std::string_view line, const Character& c) {
    const std::string_view bytes = line.substr(c.begin, c.end - c.begin);
    if (bytes == "\t") {
        to.append(c.width, ' ');
    } else if (static_cast<unsigned char>(bytes[0]) < 0x20 || bytes[0] == 0x7f) {
        to += '?';
    } else {
        std::int32_t at = 0;
        UChar32 point;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), at,
                static_cast<std::int32_t>(bytes.size()), point);
        if (point < 0) {
            to += "\xEF\xBF\xBD";
        } else {
            to += bytes;
        }
    }
}

struct Line {
    std::size_t begin, end;                       // of the text, without its end of line
    bool cut_before = false, cut_behind = false;  // only the part around the place
};

bool inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

Line line_at(std::string_view text, std::size_t offset) {
    std::size_t begin = offset;
    while (begin > 0 && text[begin - 1] != '\n' && offset - begin < most_bytes) --begin;
    std::size_t end = std::min(text.find('\n', offset), text.size());
    if (end > begin && text[end - 1] == '\r') --end;
    Line line{begin, std::min(end, offset + most_bytes)};
    line.cut_before = begin > 0 && text[begin - 1] != '\n';
    line.cut_behind = line.end < end;
    while (line.cut_before && line.begin < offset && inside_character(text, line.begin)) ++line.begin;
    while (line.cut_behind && line.end > offset && inside_character(text, line.end)) --line.end;
    return line;
}

// The line and, under it, the caret and tildes.
std::string picture(std::string_view text, Span span) {
    const Line place = line_at(text, span.begin);
    const std::string_view line = text.substr(place.begin, place.end - place.begin);
    const std::vector<Character> all = characters(line);
    const std::size_t from = span.begin - place.begin;
    const std::size_t to = std::max(from + 1, std::min(span.end, place.end) - place.begin);

    std::size_t total = 0;
    std::size_t caret = 0;  // column of the place
    for (const Character& c : all) {
        if (c.begin < from) caret += c.width;
        total += c.width;
    }
    // Of a long line, the part around the place.
    std::size_t left = 0;
    std::size_t right = total;
    if (total > most_columns) {
        left = caret > most_columns / 2 ? caret - most_columns / 2 : 0;
        right = left + most_columns;
        if (right >= total) {
            right = total;
            left = total - most_columns;
        }
    }
    std::string shown = left > 0 || place.cut_before ? "..." : "";
    std::string marks(shown.size(), ' ');
    bool first = true;
    std::size_t column = 0;
    for (const Character& c : all) {
        const bool visible = column >= left && column + c.width <= right;
        if (visible) {
            append_printable(shown, line, c);
            const bool marked = c.end > from && c.begin < to;
            for (std::size_t i = 0; i < c.width; ++i) {
                marks += !marked ? ' ' : first ? '^' : '~';
                first = first && !marked;
            }
        }
        column += c.width;
    }
    if (right < total || place.cut_behind) shown += "...";
    if (first) marks += '^';  // at the end of the line
    marks.erase(marks.find_last_not_of(' ') + 1);
    return "  " + shown + "\n  " + marks + "\n";
}

std::string shortened(std::string_view message) {
    if (message.size() <= longest_message) return std::string(message);
    std::size_t end = longest_message;
    while (end > 0 && inside_character(message, end)) --end;
    return std::string(message.substr(0, end)) + "...";
}

std::u32string folded(std::string_view word) {
    std::u32string result;
    const auto size = static_cast<std::int64_t>(word.size());
    for (std::int64_t at = 0; at < size;) {
        UChar32 c;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(word.data()), at, size, c);
        result += static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT));
    }
    return result;
}

// Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> before, previous(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] =
                std::min({previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = std::move(previous);
        previous = row;
    }
    return previous[b.size()];
}

}  // namespace

LineColumn locate(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    LineColumn place;
    for (std::size_t i = 0; i < offset; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((byte & 0xc0) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

std::string render(const Diagnostic& diagnostic, std::string_view text, std::string_view name) {
    Span span = diagnostic.span;
    span.begin = std::min(span.begin, text.size());
    span.end = std::clamp(span.end, span.begin, text.size());
    const LineColumn place = locate(text, span.begin);
    std::string result(name);
    result += ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ": ";
    result += diagnostic.severity == Severity::Error ? "error: " : "warning: ";
    // A message may quote a name, and a name may be a megabyte.
    result += shortened(diagnostic.message) + '\n' + picture(text, span);
    if (!diagnostic.suggestion.empty()) result += shortened(diagnostic.suggestion) + '\n';
    return result;
}

std::string nearest(std::string_view word, const std::vector<std::string>& names) {
    const std::u32string wanted = folded(word);
    const std::string* best = nullptr;
    std::size_t least = 0;
    for (const std::string& name : names) {
        const std::u32string candidate = folded(name);
        const std::size_t longer = std::max(candidate.size(), wanted.size());
        const std::size_t shorter = std::min(candidate.size(), wanted.size());
        const std::size_t tolerated = longer < 3 ? 0 : longer < 6 ? 1 : longer < 10 ? 2 : 3;
        if (longer - shorter > tolerated) continue;
        const std::size_t d = distance(wanted, candidate);
        if (d <= tolerated && (best == nullptr || d < least)) {
            best = &name;
            least = d;
        }
    }
    return best == nullptr ? "" : *best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names) {
    const std::string near = nearest(word, names);
    return near.empty() ? "" : "did you mean `" + near + "`?";
}

}  // namespace hearsay::grammar
