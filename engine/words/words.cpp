#include "engine/words/words.hpp"
#include "graphs/icu_memory.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>

namespace hearsay::engine {
namespace {

bool ascii_word(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool ascii_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}
bool ascii_letter(unsigned char c) {
    return ascii_word(c) && !ascii_digit(c);
}
char ascii_lower(unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

// The code point at `at` and, in `next`, where the following one begins. Ill-formed UTF-8 gives U_SENTINEL
// (-1).
UChar32 code_point(std::string_view text, std::size_t at, std::size_t& next) {
    auto i = static_cast<std::int32_t>(at);
    UChar32 c = U_SENTINEL;
    U8_NEXT(text.data(), i, static_cast<std::int32_t>(text.size()), c);
    next = static_cast<std::size_t>(i);
    return c;
}

bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02B9 || c == 0x2032 || c == '`';
}
bool is_ignorable(UChar32 c) {
    return c == 0x00AD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060;
}
bool is_mark(UChar32 c) {
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}
bool is_word(UChar32 c) {
    return c >= 0 && u_isalnum(c) && !is_apostrophe(c);
}

// Letters that no normalisation takes apart.
std::u16string_view plain_letter(UChar32 c) {
    switch (c) {
        case 0x0142:
            return u"l";
        case 0x00F8:
            return u"o";
        case 0x0111:
        case 0x00F0:
            return u"d";
        case 0x0131:
            return u"i";
        case 0x00E6:
            return u"ae";
        case 0x0153:
            return u"oe";
        case 0x00FE:
            return u"th";
        default:
            return {};
    }
}

void append_folded(UChar32 c, std::string& out) {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* nfkd = [&status] {
        const icu::Normalizer2* found = icu::Normalizer2::getNFKDInstance(status);
        need_memory(status);  // or all words would be folded otherwise from here on
        return found;
    }();
    icu::UnicodeString folded(c);
    folded.foldCase();
    if (nfkd != nullptr) folded = nfkd->normalize(folded, status);
    need_memory(status);
    need_memory(folded);
    icu::UnicodeString bare;
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 part = folded.char32At(i);
        if (is_mark(part)) continue;
        const std::u16string_view plain = plain_letter(part);
        if (plain.empty())
            bare.append(part);
        else
            bare.append(icu::UnicodeString(plain.data(), static_cast<std::int32_t>(plain.size())));
    }
    need_memory(bare).toUTF8String(out);
}

}  // namespace

bool FoldedWords::find_start() {
    while (position_ < text_.size()) {
        const auto c = static_cast<unsigned char>(text_[position_]);
        if (c < 0x80) {
            if (ascii_word(c)) return true;
            ++position_;
            continue;
        }
        std::size_t next = position_;
        if (is_word(code_point(text_, position_, next))) return true;
        position_ = next;
    }
    return false;
}

template <bool emit>
void FoldedWords::scan() {
    const std::size_t size = text_.size();
    const auto at = [this, size](std::size_t i) -> unsigned char {
        return i < size ? static_cast<unsigned char>(text_[i]) : 0;
    };
    bool acronym = true;  // only single letters and dots so far
    while (true) {
        const std::size_t run = position_;
        while (position_ < size && ascii_word(at(position_))) {
            if constexpr (emit) word_.push_back(ascii_lower(at(position_)));
            ++position_;
        }
        acronym = acronym && position_ - run == 1 && ascii_letter(at(run));
        if (position_ == size) return;
        const unsigned char c = at(position_);
        if (c == ',') {
            if (!(ascii_digit(at(position_ - 1)) && ascii_digit(at(position_ + 1)) &&
                  ascii_digit(at(position_ + 2)) && ascii_digit(at(position_ + 3)) &&
                  !ascii_digit(at(position_ + 4)))) {
                return;
            }
            ++position_;
            continue;
        }
        if (c == '.') {
            if (ascii_digit(at(position_ - 1)) && ascii_digit(at(position_ + 1))) {
                if constexpr (emit) word_.push_back('.');
            } else if (!(acronym && ascii_letter(at(position_ + 1)) && !ascii_word(at(position_ + 2)) &&
                         at(position_ + 2) < 0x80)) {
                return;
            }
            ++position_;
            continue;
        }
        if (c < 0x80 && !is_apostrophe(c)) return;
        std::size_t next = position_;
        const UChar32 point = code_point(text_, position_, next);
        if (is_apostrophe(point)) {
            std::size_t after = next;
            const UChar32 following = next < size ? code_point(text_, next, after) : U_SENTINEL;
            if (!is_word(following)) return;
            std::size_t beyond = after;
            if ((following == 's' || following == 'S') &&
                !(after < size && is_word(code_point(text_, after, beyond)))) {
                position_ = after;
                return;
            }
            position_ = next;
        } else if (is_ignorable(point)) {
            position_ = next;
        } else if (point >= 0 && (is_word(point) || is_mark(point))) {
            if constexpr (emit) append_folded(point, word_);
            position_ = next;
            acronym = false;
        } else {
            return;
        }
    }
}

bool FoldedWords::next() {
    while (find_start()) {
        begin_ = position_;
        word_.clear();
        scan<true>();
        ++count_;
        if (!word_.empty()) return true;
    }
    return false;
}

void FoldedWords::Beginnings::add(char first) {
    for (int second = 0; second < 0x80; ++second) add(first, static_cast<char>(second));
}

void FoldedWords::Beginnings::add(char first, char second) {
    const auto one = static_cast<unsigned char>(first), two = static_cast<unsigned char>(second);
    if (one >= 0x80) return;  // never passed over
    any_.set(one);
    if (two < 0x80) both_.set(one * std::size_t{128} + two);
}

bool FoldedWords::next(const Beginnings& wanted) {
    while (find_start()) {
        begin_ = position_;
        const auto first = static_cast<unsigned char>(text_[position_]);
        if (first < 0x80) {
            const auto one = static_cast<unsigned char>(ascii_lower(first));
            const auto second =
                position_ + 1 < text_.size() ? static_cast<unsigned char>(text_[position_ + 1]) : ' ';
            const bool interesting = ascii_word(second)
                                         ? wanted.has(one, static_cast<unsigned char>(ascii_lower(second)))
                                         : wanted.has(one);
            if (!interesting) {
                scan<false>();
                ++count_;
                continue;
            }
        }
        word_.clear();
        scan<true>();
        ++count_;
        if (!word_.empty()) return true;
    }
    return false;
}

std::vector<std::string> fold_words(std::string_view text) {
    std::vector<std::string> folded;
    for (FoldedWords words(text); words.next();) folded.push_back(words.word());
    return folded;
}

}  // namespace hearsay::engine
