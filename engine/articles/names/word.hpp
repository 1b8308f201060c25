// A sentence's tokens as the name rules see them: possessives folded into their word, lower case at hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

struct NameWord {
    Span span;              // without the possessive ending
    std::string_view text;  // of the span
    std::string lower;
    std::size_t end = 0;      // with the possessive ending
    bool capital = false;     // begins with a capital, or is "al-Capital"
    bool possessive = false;  // "Velk's", "officials'"
    bool mark = false;        // punctuation
    bool number = false;      // begins with a digit
    bool initial = false;     // begins its sentence, a quotation or what follows a colon
};
using WordList = std::vector<NameWord>;

// The words of the tokens [first, last) of the document. Views point into Document::text.
WordList words_of(const Document& document, std::size_t first, std::size_t last);
WordList words_of(const Document& document, const Sentence& sentence);
// The words of the tokens that lie inside the span.
WordList words_of(const Document& document, const Span& span);

// Lower-case words [first, last) joined by single spaces.
std::string joined_lower(const WordList& words, std::size_t first, std::size_t last);

// The words that the span touches: [first, last), empty if none.
struct WordRange {
    std::size_t first = 0;
    std::size_t last = 0;
};
WordRange words_at(const WordList& words, const Span& span);

// Whether nearly every long word begins with a capital, as in headlines: capitals say nothing there.
bool is_title_case(const WordList& words);

// Whether a stretch of the article can hold names that count: titles, headings and running text.
bool is_reading_zone(ZoneKind zone);

}  // namespace hearsay::engine
