#include "engine/articles/network/pieces/word_forms.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "engine/articles/text/characters.hpp"
#include "graphs/error.hpp"
#include "graphs/icu_memory.hpp"

namespace hearsay::engine {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

Cut cut_of_other(char32_t code) {
    const auto c = static_cast<UChar32>(code);
    const bool ideograph = (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) ||
                           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x2FA1F);
    const std::uint32_t category = U_GET_GC_MASK(c);
    if ((category & U_GC_Z_MASK) != 0) return Cut::Space;
    if (code == 0xFFFD || (category & U_GC_C_MASK) != 0) return Cut::Dropped;
    return ideograph || (category & U_GC_P_MASK) != 0 ? Cut::Alone : Cut::Letter;
}

Cut cut_of_ascii(char32_t code) {
    if (code == U' ' || code == U'\t' || code == U'\n' || code == U'\r') return Cut::Space;
    if (code < 32 || code == 127) return Cut::Dropped;
    const bool word = code - U'0' < 10U || (code | 32U) - U'a' < 26U;
    return word ? Cut::Letter : Cut::Alone;
}

struct Seen {
    bool upper = false, lower = false, title = false;
    void add(UChar32 c) {
        upper = upper || u_isUUppercase(c);
        lower = lower || u_isULowercase(c);
        title = title || u_charType(c) == U_TITLECASE_LETTER;
    }
    bool all_lower() const { return lower && !upper && !title; }
    bool all_upper() const { return upper && !lower && !title; }
};

Shape shape_of_other(std::string_view word) {
    Seen all, first, rest;
    bool letter = false;
    std::size_t length = 0;
    for (std::size_t at = 0; at < word.size(); ++length) {
        const Character character = character_at(word, at);
        const auto c = static_cast<UChar32>(character.code);
        const auto numeric = u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE);
        if (numeric == U_NT_DECIMAL || numeric == U_NT_DIGIT) return Shape::Number;
        letter = letter || (U_GET_GC_MASK(c) & U_GC_L_MASK) != 0;
        all.add(c);
        (length == 0 ? first : rest).add(c);
        at += character.length;
    }
    if (!letter) return Shape::Other;
    if (all.all_lower()) return Shape::Lower;
    if (all.all_upper()) return length > 1 ? Shape::Upper : Shape::Capitalised;
    return first.upper && rest.all_lower() ? Shape::Capitalised : Shape::Mixed;
}

}  // namespace

Cut cut_of(char32_t code) {
    return code < 0x80 ? cut_of_ascii(code) : cut_of_other(code);
}

void fold(std::string_view word, std::string& out) {
    if (is_ascii(word)) {
        for (const char c : word) {
            if (static_cast<unsigned char>(c) < 32 || c == 127) continue;
            out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
        }
        return;
    }
    icu::UnicodeString kept;
    for (std::size_t at = 0; at < word.size();) {
        const Character character = character_at(word, at);
        if (cut_of(character.code) != Cut::Dropped) kept.append(static_cast<UChar32>(character.code));
        at += character.length;
    }
    kept.toLower(icu::Locale::getRoot());
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
    need_memory(status);
    HEARSAY_ASSERT(U_SUCCESS(status) && apart != nullptr);
    const icu::UnicodeString decomposed = apart->normalize(need_memory(kept), status);
    need_memory(status);
    HEARSAY_ASSERT(U_SUCCESS(status));
    icu::UnicodeString plain;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) plain.append(c);
    }
    need_memory(plain).toUTF8String(out);
}

Shape shape_of(std::string_view word) {
    if (!is_ascii(word)) return shape_of_other(word);
    bool lower = false, upper = false, upper_within = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (c >= '0' && c <= '9') return Shape::Number;
        lower = lower || (c >= 'a' && c <= 'z');
        if (c >= 'A' && c <= 'Z') {
            upper = true;
            upper_within = upper_within || i > 0;
        }
    }
    if (!upper) return lower ? Shape::Lower : Shape::Other;
    if (!lower) return word.size() > 1 ? Shape::Upper : Shape::Capitalised;
    return word[0] >= 'A' && word[0] <= 'Z' && !upper_within ? Shape::Capitalised : Shape::Mixed;
}

}  // namespace hearsay::engine
