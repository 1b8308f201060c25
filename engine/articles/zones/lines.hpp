// An article's lines and what can be seen of each by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/articles/text/document.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

enum class LineLook {
    Sentence,   // running text
    Short,      // neither a sentence nor anything known: a heading, a menu entry, a name
    Caption,    // carries a photo credit or speaks of its picture
    Byline,     // author, date, time, who contributed
    Furniture,  // addresses the reader: subscribe, share, accept cookies, comment
    EndMark,    // opens what stands below articles: most popular, related, a message to readers
    Comments    // opens the readers' comments or the form for them
};

struct Line {
    Span span;  // without white space at the ends
    LineLook look = LineLook::Short;
    std::uint32_t words = 0;
    std::uint32_t capitalised = 0;     // words with a capital first letter
    std::uint32_t function_words = 0;  // the, of, was, ...
    std::uint32_t bullets = 0;         // " * " and " • " inside
    bool stops = false;                // ends like a sentence
    bool blank_before = false, blank_after = false;
    bool piece = false;       // a sentence of an overlong line, not a line of its own
    std::uint32_t times = 1;  // how often the same words stand as a line in the text
};

// Splits at line breaks; joins lines that were wrapped at a width; splits lines of more than 2,000 bytes into
// sentences (pages whose line breaks were lost). Blank lines give none.
std::vector<Line> split_lines(std::string_view text, const graphs::Progress& progress = graphs::no_progress);

// Small letters and digits only, for comparing headlines.
std::string bare_words(std::string_view line);

}  // namespace hearsay::engine
