// A quick look over text that is not parsed yet: where strings, back-quoted names, comments and brackets
// begin and end.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hearsay::grammar {

struct RawToken {
    enum class Kind {
        Space,       // white space (ASCII)
        Comment,     // `// ...` without its end of line, or `/* ... */`
        String,      // '...' or "..."
        QuotedName,  // `...`
        Word,        // letters, digits, `_` and all beyond ASCII
        Open,        // ( [ {
        Close,       // ) ] }
        Other        // one character
    };
    Kind kind;
    std::size_t begin, end;
    bool closed = true;  // false: a string, name or comment that the text's end cuts off
};

// REQUIRES: begin < text.size().
RawToken raw_token(std::string_view text, std::size_t begin);

// How long the text is from the opening bracket at its beginning to past the bracket that closes it. 0 if
// none does.
std::size_t bracketed_length(std::string_view text);

// Where the brackets that are still open at the end of the text were opened, outermost first.
std::vector<std::size_t> open_brackets(std::string_view text);

}  // namespace hearsay::grammar
