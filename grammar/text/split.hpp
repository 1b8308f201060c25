// A script or a prompt's input cut into statements.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/text/diagnostic.hpp"

namespace hearsay::grammar {

struct Piece {
    enum class Kind {
        Statement,  // up to and with its `;`
        Command,    // a line that begins with `:` where a statement could begin
        Unfinished  // the rest of the text, without a `;`: more is to come, or the script's last statement
    };
    Kind kind;
    Span span;  // without the white space and comments around it
};

// Knows strings, back-quoted names and comments (`//`, `/* */`), so a `;` inside them ends nothing. A first
// line that begins with
// `#!` is passed over. Text of white space and comments alone gives no piece.
std::vector<Piece> split(std::string_view text);

}  // namespace hearsay::grammar
