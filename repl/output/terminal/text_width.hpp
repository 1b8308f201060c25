// How wide text is on a terminal, and text made to fit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::repl {

// One thing that a reader sees: a letter with its accents, an emoji with its modifiers.
struct Cluster {
    std::size_t end;    // the byte behind it
    std::size_t width;  // 0, 1 or 2 columns of a terminal
};
// The cluster that begins at byte `begin`. REQUIRES: begin < text.size(). Bytes that are no UTF-8 count one
// column each. Wide: East Asian Width W and F (Unicode Standard Annex 11) and emoji presentation; nothing:
// marks, joiners, Jamo vowels.
Cluster next_cluster(std::string_view text, std::size_t begin);

// Columns that the text takes. REQUIRES: no control characters (see `harmless`).
std::size_t display_width(std::string_view text);

// The text with control characters, escape sequences, direction overrides and ill-formed bytes spelt out, so
// that data cannot steer the terminal: "\n", "\t", "\x1b", "\u202e".
std::string harmless(std::string_view text);
// The same, but for line ends, which stay.
std::string harmless_lines(std::string_view text);
// Whether a character is one of those; `c` is a code point.
constexpr bool steers_terminal(std::int32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The text cut to at most `width` columns; the mark (`…` or `...`) stands for what is left out. REQUIRES:
// width >= 1.
std::string cut(std::string_view text, std::size_t width, std::string_view mark);

// The text broken into lines of at most `width` columns, at spaces where it can; never inside a cluster. At
// least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// The text with spaces up to `width` columns.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

}  // namespace hearsay::repl
