#include "engine/articles/text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace hearsay::engine {
namespace {

bool ascii_letter(char32_t code) {
    return (code | 32U) - U'a' < 26U;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    auto next = static_cast<int64_t>(at);
    UChar32 code = 0;
    U8_NEXT_OR_FFFD(bytes, next, static_cast<int64_t>(text.size()), code);
    if (code == 0xFFFD && next - static_cast<int64_t>(at) != 3) return {0xFFFD, 1};
    return {static_cast<char32_t>(code), static_cast<std::size_t>(next) - at};
}

Character character_before(std::string_view text, std::size_t at) {
    if (at == 0 || at > text.size()) return {};
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    const Character found = character_at(text, begin);
    if (begin + found.length == at) return found;
    return {0xFFFD, 1};
}

bool is_letter(char32_t code) {
    if (code < 0x80) return ascii_letter(code);
    const auto c = static_cast<UChar32>(code);
    return u_isalpha(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool is_digit(char32_t code) {
    if (code < 0x80) return code - U'0' < 10U;
    return u_isdigit(static_cast<UChar32>(code));
}

bool is_upper(char32_t code) {
    if (code < 0x80) return code - U'A' < 26U;
    return u_isupper(static_cast<UChar32>(code));
}

bool is_lower(char32_t code) {
    if (code < 0x80) return code - U'a' < 26U;
    return u_islower(static_cast<UChar32>(code));
}

bool is_space(char32_t code) {
    if (code < 0x80) return code == U' ' || (code >= 9 && code <= 13);
    return u_isUWhiteSpace(static_cast<UChar32>(code)) || code == 0x200B || code == 0xFEFF;
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (c.code < 0x80) {
            out.push_back(static_cast<char>(c.code - U'A' < 26U ? c.code + 32 : c.code));
        } else if (c.code == 0x2019) {
            out.push_back('\'');
        } else if (is_upper(c.code)) {
            const UChar32 small = u_tolower(static_cast<UChar32>(c.code));
            char bytes[4];
            int32_t length = 0;
            U8_APPEND_UNSAFE(bytes, length, small);
            out.append(bytes, static_cast<std::size_t>(length));
        } else {
            out.append(text.substr(at, c.length));
        }
        at += c.length;
    }
    return out;
}

bool begins_upper(std::string_view text) {
    return is_upper(character_at(text, 0).code);
}
bool begins_lower(std::string_view text) {
    return is_lower(character_at(text, 0).code);
}

}  // namespace hearsay::engine
