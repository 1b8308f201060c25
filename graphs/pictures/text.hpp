// Any text made fit for a picture: safe characters, lines that fit, DOT's quoting.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::graphs {

// Valid UTF-8 in one line: ill-formed bytes become U+FFFD; white space, controls and line ends one space;
// characters that turn the direction of writing, which could hide what follows, go.
std::string clean_text(std::string_view text);

// In columns of a fixed-width font: wide characters (Chinese, emoji) count 2, combining ones 0. REQUIRES:
// clean text.
std::size_t text_width(std::string_view clean);

// Breaks where Unicode allows a line to break (UAX #14), else between characters as a reader sees them. What
// does not fit on `lines` lines is cut, with an ellipsis. REQUIRES: clean text; columns > 1; lines > 0.
std::vector<std::string> wrap_text(std::string_view clean, std::size_t columns, std::size_t lines);

// At most `bytes` bytes, cut between characters, with an ellipsis. REQUIRES: clean text.
std::string cut_text(std::string_view clean, std::size_t bytes);

// As inside of the quotation marks of a DOT string, so that Graphviz shows exactly this text: neither its
// escapes (\N, \G) nor its entities (&lt;) are seen in it.
std::string dot_escaped(std::string_view clean);

}  // namespace hearsay::graphs
