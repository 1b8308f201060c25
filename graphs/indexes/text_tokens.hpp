// Where a text falls into tokens, so that an index of tokens can answer what stands in the text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay::graphs {

// A token is a longest run of letters and digits, where every byte from 0x80 on counts as a letter, but for
// two kinds of characters: punctuation (U+0080 to U+00BF, U+2000 to U+207F) separates, and signs of scripts
// that are written without spaces (U+3000 to U+9FFF, U+FF00 to U+FF7F) are tokens by themselves.
//
// Which bytes are which depends on these bytes alone, and no two of those characters overlap. So a part of a
// text that is cut between characters falls into the same tokens as the text does there, but that its first
// and its last run may go on in the text.
struct TextToken {
    std::size_t begin = 0, end = 0;
    bool sign = false;  // ends on both sides, whatever stands beside it
};

namespace text_tokens {

enum class Class : std::uint8_t { Separator, Letter, Lead };  // Lead: what follows tells

inline constexpr std::array<Class, 256> classes = [] {
    std::array<Class, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) {
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        table[c] = alphanumeric || c >= 0x80 ? Class::Letter : Class::Separator;
    }
    table[0xC2] = table[0xE2] = table[0xEF] = Class::Lead;
    for (std::size_t c = 0xE3; c <= 0xE9; ++c) table[c] = Class::Lead;
    return table;
}();

struct Character {
    std::size_t size;
    bool separates, sign;
};

// The character at a Lead.
inline Character character(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead == 0xC2) return continues(1) ? Character{2, true, false} : Character{1, false, false};
    if (!continues(1) || !continues(2)) return {1, false, false};
    if (lead == 0xE2) return byte(1) <= 0x81 ? Character{3, true, false} : Character{1, false, false};
    if (lead == 0xEF)
        return byte(1) == 0xBC || byte(1) == 0xBD ? Character{3, false, true} : Character{1, false, false};
    return {3, false, true};
}

}  // namespace text_tokens

// f(token) for each, in order.
template <class F>
void for_each_token(std::string_view text, F&& f) {
    using namespace text_tokens;
    constexpr std::size_t none = std::string_view::npos;
    std::size_t begin = none;  // of the run that goes on
    const auto close = [&](std::size_t end) {
        if (begin != none) f(TextToken{begin, end, false});
        begin = none;
    };
    for (std::size_t at = 0; at < text.size();) {
        const Class kind = classes[static_cast<unsigned char>(text[at])];
        if (kind == Class::Letter) {
            if (begin == none) begin = at;
            ++at;
        } else if (kind == Class::Separator) {
            close(at);
            ++at;
        } else {
            const Character found = character(text, at);
            if (found.separates || found.sign) close(at);
            if (found.sign) f(TextToken{at, at + found.size, true});
            if (!found.separates && !found.sign && begin == none) begin = at;
            at += found.size;
        }
    }
    close(text.size());
}

// Is the text cut between characters at both ends, as far as tokens go? Any text in UTF-8 is.
inline bool is_well_cut(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (text.empty()) return true;
    const std::size_t size = text.size();
    return (byte(0) & 0xC0U) != 0x80U && byte(size - 1) < 0xC0U && (size < 2 || byte(size - 2) < 0xE0U);
}

}  // namespace hearsay::graphs
