#include "graphs/pictures/text.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>

namespace hearsay::graphs {
namespace {

constexpr std::string_view ellipsis = "\u2026";

bool is_blank(UChar32 c) {
    return u_isUWhiteSpace(c) != 0 || u_charType(c) == U_CONTROL_CHAR;
}

// Bidirectional marks and overrides, byte order marks, characters that are none.
bool is_dropped(UChar32 c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
           c == 0x061C || c == 0xFEFF || U_IS_UNICODE_NONCHAR(c);
}

void append(std::string& out, UChar32 c) {
    icu::UnicodeString(c).toUTF8String(out);
}

std::size_t width_of(UChar32 c) {
    switch (u_charType(c)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
            return 0;
        default:
            break;
    }
    switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
        case U_EA_FULLWIDTH:
        case U_EA_WIDE:
            return 2;
        default:
            return 1;
    }
}

std::size_t width_of(const icu::UnicodeString& text, std::int32_t begin, std::int32_t end) {
    std::size_t width = 0;
    for (std::int32_t i = begin; i < end; i = text.moveIndex32(i, 1)) width += width_of(text.char32At(i));
    return width;
}

std::string utf8(const icu::UnicodeString& text, std::int32_t begin, std::int32_t end) {
    std::string out;
    text.tempSubStringBetween(begin, end).toUTF8String(out);
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

using Breaks = std::unique_ptr<icu::BreakIterator>;

Breaks breaks_of(bool lines, const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    Breaks breaks(lines ? icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status)
                        : icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) return nullptr;  // ICU without its data: lines break anywhere
    breaks->setText(text);
    return breaks;
}

// Where a line that starts at `begin` ends: the last place that fits, but always after `begin`.
std::int32_t line_end(const icu::UnicodeString& text, std::int32_t begin, std::size_t columns,
                      icu::BreakIterator* lines, icu::BreakIterator* characters) {
    std::int32_t fits = begin;
    std::size_t width = 0, blanks = 0;  // blanks at the end of a line do not count
    for (std::int32_t i = begin; i < text.length();) {
        std::int32_t next = characters != nullptr ? characters->following(i) : text.moveIndex32(i, 1);
        if (next == icu::BreakIterator::DONE) next = text.length();
        const bool blank = text.char32At(i) == ' ';
        const std::size_t more = width_of(text, i, next);
        if (blank) {
            blanks += more;
        } else {
            if (width + blanks + more > columns) {
                if (fits > begin) return fits;  // at a break
                return i > begin ? i : next;    // in a word that is longer than a line
            }
            width += blanks + more;
            blanks = 0;
        }
        if (next == text.length() || lines == nullptr || lines->isBoundary(next) != 0) fits = next;
        i = next;
    }
    return text.length();
}

}  // namespace

std::string clean_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool blank = false;
    const auto size = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(text.data(), i, size, c);
        if (c < 0) c = 0xFFFD;
        if (is_dropped(c)) continue;
        if (is_blank(c)) {
            blank = true;
            continue;
        }
        if (blank && !out.empty()) out += ' ';
        blank = false;
        append(out, c);
    }
    return out;
}

std::size_t text_width(std::string_view clean) {
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(clean.data(), static_cast<std::int32_t>(clean.size())));
    return width_of(text, 0, text.length());
}

std::vector<std::string> wrap_text(std::string_view clean, std::size_t columns, std::size_t lines) {
    // What can be shown at most is looked at, however long the text.
    const std::string_view seen = clean.substr(0, columns * lines * 32);
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(seen.data(), static_cast<std::int32_t>(seen.size())));
    const Breaks line_breaks = breaks_of(true, text), character_breaks = breaks_of(false, text);
    std::vector<std::string> wrapped;
    std::int32_t begin = 0;
    while (begin < text.length() && wrapped.size() < lines) {
        const bool last = wrapped.size() + 1 == lines;
        std::int32_t end = line_end(text, begin, columns, line_breaks.get(), character_breaks.get());
        if (last && (end < text.length() || seen.size() < clean.size())) {
            end = line_end(text, begin, columns - 1, line_breaks.get(), character_breaks.get());
            wrapped.push_back(utf8(text, begin, end).append(ellipsis));
        } else {
            wrapped.push_back(utf8(text, begin, end));
        }
        begin = end;
    }
    return wrapped;
}

std::string cut_text(std::string_view clean, std::size_t bytes) {
    if (clean.size() <= bytes) return std::string(clean);
    std::size_t end = bytes > ellipsis.size() ? bytes - ellipsis.size() : 0;
    while (end > 0 && (static_cast<unsigned char>(clean[end]) & 0xC0) == 0x80) --end;
    return std::string(clean.substr(0, end)).append(ellipsis);
}

std::string dot_escaped(std::string_view clean) {
    std::string out;
    out.reserve(clean.size() + 8);
    for (const char c : clean) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '&':
                out += "&amp;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

}  // namespace hearsay::graphs
