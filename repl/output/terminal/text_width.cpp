#include "repl/output/terminal/text_width.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace hearsay::repl {
namespace {

constexpr UChar32 joiner = 0x200D, emoji_variation = 0xFE0F;

// The code point at `at`, which moves behind it; negative if the bytes are no UTF-8.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
    return c;
}

bool is_regional_indicator(UChar32 c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

std::size_t code_point_width(UChar32 c) {
    if (c < 0) return 1;
    if (c < 0x300) return c == 0xAD ? 0 : 1;  // the soft hyphen shows nothing
    switch (u_charType(c)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
            return 0;
        default:
            break;
    }
    const auto syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
    if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
    const auto wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_plain(char c) {
    return c >= ' ' && c <= '~';
}

}  // namespace

Cluster next_cluster(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    const UChar32 base = next_code_point(text, end);
    std::size_t width = code_point_width(base);
    if (end < text.size() && is_plain(text[end])) return {end, width};
    if (is_regional_indicator(base) && end < text.size()) {
        std::size_t after = end;
        if (is_regional_indicator(next_code_point(text, after))) return {after, 2};  // a flag
    }
    bool joined = false;
    while (end < text.size()) {
        std::size_t after = end;
        const UChar32 c = next_code_point(text, after);
        if (c < 0x20) break;
        const bool pictograph = u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
        const bool modifier = u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER);
        if (!(code_point_width(c) == 0 || modifier || (joined && pictograph))) break;
        if (c == emoji_variation && u_hasBinaryProperty(base, UCHAR_EMOJI)) width = 2;
        joined = c == joiner;
        end = after;
    }
    return {end, width};
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Cluster cluster = next_cluster(text, at);
        width += cluster.width;
        at = cluster.end;
    }
    return width;
}

std::string harmless(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
    std::string safe;
    safe.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const UChar32 c = next_code_point(text, at);
        if (c == '\n') {
            safe += "\\n";
        } else if (c == '\t') {
            safe += "\\t";
        } else if (c == '\r') {
            safe += "\\r";
        } else if (c < 0) {
            for (std::size_t i = begin; i < at; ++i)
                safe += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[i]));
        } else if (steers_terminal(c)) {
            safe += c < 0x100 ? fmt::format("\\x{:02x}", c) : fmt::format("\\u{:04x}", c);
        } else {
            safe += text.substr(begin, at - begin);
        }
    }
    return safe;
}

std::string harmless_lines(std::string_view text) {
    std::string safe;
    while (true) {
        const std::size_t end = text.find('\n');
        safe += harmless(text.substr(0, end));
        if (end == std::string_view::npos) return safe;
        safe += '\n';
        text.remove_prefix(end + 1);
    }
}

std::string cut(std::string_view text, std::size_t width, std::string_view mark) {
    if (text.size() <= width || display_width(text) <= width) {
        if (display_width(text) <= width) return std::string(text);
    }
    const std::size_t mark_width = std::min(display_width(mark), width);
    std::size_t used = 0, at = 0;
    while (at < text.size()) {
        const Cluster cluster = next_cluster(text, at);
        if (used + cluster.width > width - mark_width) break;
        used += cluster.width;
        at = cluster.end;
    }
    return std::string(text.substr(0, at)) +
           std::string(mark.substr(0, mark_width == width ? width : mark.size()));
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::size_t line = 0;      // where the line begins
    std::size_t space = 0;     // behind the last space in it; `line` if there is none
    std::size_t used = 0;      // columns from `line`
    std::size_t at_space = 0;  // columns from `line` to `space`
    for (std::size_t at = 0; at < text.size();) {
        const Cluster cluster = next_cluster(text, at);
        const bool blank = text[at] == ' ';
        if (used + cluster.width > width && !blank && at > line) {
            const std::size_t end = space > line ? space : at;
            std::string_view piece = text.substr(line, end - line);
            while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
            lines.emplace_back(piece);
            used -= space > line ? at_space : used;
            line = space = end;
            at_space = 0;
        }
        used += cluster.width;
        at = cluster.end;
        if (blank) {
            space = at;
            at_space = used;
        }
    }
    std::string_view rest = text.substr(line);
    while (rest.size() > width && rest.back() == ' ') rest.remove_suffix(1);
    if (!rest.empty() || lines.empty()) lines.emplace_back(rest);
    return lines;
}

std::string pad_right(std::string_view text, std::size_t width) {
    std::string padded(text);
    const std::size_t used = display_width(text);
    if (used < width) padded.append(width - used, ' ');
    return padded;
}

std::string pad_left(std::string_view text, std::size_t width) {
    const std::size_t used = display_width(text);
    return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

}  // namespace hearsay::repl
