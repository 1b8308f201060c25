// Characters of UTF-8 text, one at a time, with a short way for ASCII.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay::engine {

struct Character {
    char32_t code = 0;       // 0 at the end of the text
    std::size_t length = 0;  // bytes; an ill-formed byte is U+FFFD of length 1
};

// The character that begins at byte `at`; code 0 and length 0 at or past the end.
Character character_at(std::string_view text, std::size_t at);
// The character that ends before byte `at`; code 0 and length 0 at the beginning.
Character character_before(std::string_view text, std::size_t at);

bool is_letter(char32_t code);  // letters and combining marks
bool is_digit(char32_t code);
bool is_upper(char32_t code);
bool is_lower(char32_t code);
bool is_space(char32_t code);  // line breaks and no-break spaces included
inline bool is_word(char32_t code) {
    return is_letter(code) || is_digit(code);
}

// Full lower case of the text, with the typographic apostrophe written straight, so that a word list needs
// one form.
std::string lower(std::string_view text);

bool begins_upper(std::string_view text);
bool begins_lower(std::string_view text);

}  // namespace hearsay::engine
