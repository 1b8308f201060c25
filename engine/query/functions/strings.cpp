// String functions. They count characters (code points), not bytes.
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "engine/query/expressions/error.hpp"
#include "engine/query/functions/families.hpp"
#include "engine/query/running/pace.hpp"
#include "graphs/icu_memory.hpp"
#include "graphs/indexes/find_text.hpp"

namespace hearsay::engine::builtins {
namespace {

using graphs::Kind;
using graphs::List;
using graphs::Value;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}
bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The byte at which the character `count` begins, counted from the byte `from`; the size of the text if there
// are fewer.
std::size_t advance(std::string_view text, std::size_t from, std::int64_t count) {
    for (; count > 0 && from < text.size(); --count) {
        ++from;
        while (from < text.size() && continues(text[from])) ++from;
    }
    return from;
}

std::int64_t length_argument(const Arguments& arguments, std::size_t i) {
    const std::int64_t length = arguments.integer(i);
    if (length < 0)
        arguments.wrong_value(i, "a negative number of characters", "ArgumentError", "NumberOutOfRange");
    return length;
}

// The bytes [begin, end) that are left when white space is taken off.
std::string_view trimmed(std::string_view text, bool at_begin, bool at_end) {
    auto begin = std::int32_t{0}, end = static_cast<std::int32_t>(text.size());
    while (at_begin && begin < end) {
        std::int32_t next = begin;
        UChar32 c = 0;
        U8_NEXT(text.data(), next, end, c);
        if (c < 0 || !u_isUWhiteSpace(c)) break;
        begin = next;
    }
    while (at_end && begin < end) {
        std::int32_t before = end;
        UChar32 c = 0;
        U8_PREV(text.data(), begin, before, c);
        if (c < 0 || !u_isUWhiteSpace(c)) break;
        end = before;
    }
    return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

std::string from_icu(const icu::UnicodeString& text) {
    std::string utf8;
    need_memory(text).toUTF8String(utf8);
    return utf8;
}

}  // namespace

std::int64_t count_characters(std::string_view text) {
    // Eight bytes at a time: in a byte that continues a character the highest bit is set, the next one is
    // not.
    constexpr std::uint64_t lowest_bits = 0x0101'0101'0101'0101;
    const std::size_t whole = text.size() / sizeof(std::uint64_t) * sizeof(std::uint64_t);
    std::int64_t count = 0;
    for (std::size_t i = 0; i < whole; i += sizeof(std::uint64_t)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + i, sizeof(bytes));
        const std::uint64_t continuing = bytes >> 7 & ~bytes >> 6 & lowest_bits;
        count += 8 - static_cast<std::int64_t>(continuing * lowest_bits >> 56);  // the sum of its bytes
    }
    return count + std::count_if(text.begin() + static_cast<std::ptrdiff_t>(whole), text.end(),
                                 [](char c) { return !continues(c); });
}

Value to_upper(const Arguments& arguments) {
    std::string text(arguments.string(0));
    if (!is_ascii(text)) return from_icu(icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()));
    for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
    return text;
}

Value to_lower(const Arguments& arguments) {
    std::string text(arguments.string(0));
    if (!is_ascii(text)) return from_icu(icu::UnicodeString::fromUTF8(text).toLower(icu::Locale::getRoot()));
    for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    return text;
}

Value left(const Arguments& arguments) {
    const std::string_view text = arguments.string(0);
    return text.substr(0, advance(text, 0, length_argument(arguments, 1)));
}

Value right(const Arguments& arguments) {
    const std::string_view text = arguments.string(0);
    std::size_t begin = text.size();
    for (std::int64_t count = length_argument(arguments, 1); count > 0 && begin > 0; --count) {
        --begin;
        while (begin > 0 && continues(text[begin])) --begin;
    }
    return text.substr(begin);
}

Value substring(const Arguments& arguments) {
    const std::string_view text = arguments.string(0);
    const std::size_t begin = advance(text, 0, length_argument(arguments, 1));
    if (arguments.size() == 2) return text.substr(begin);
    return text.substr(begin, advance(text, begin, length_argument(arguments, 2)) - begin);
}

Value trim(const Arguments& arguments) {
    return trimmed(arguments.string(0), true, true);
}
Value left_trim(const Arguments& arguments) {
    return trimmed(arguments.string(0), true, false);
}
Value right_trim(const Arguments& arguments) {
    return trimmed(arguments.string(0), false, true);
}

Value replace(const Arguments& arguments) {
    const std::string_view text = arguments.string(0), search = arguments.string(1),
                           with = arguments.string(2);
    if (search.empty()) return arguments[0];
    std::string out;
    std::size_t from = 0;
    Pace pace(arguments.context());
    for (std::size_t at = graphs::find_text(text, search); at != std::string::npos;
         at = graphs::find_text(text, search, from)) {
        pace.step();
        out.append(text, from, at - from).append(with);
        from = at + search.size();
        if (out.size() > expressions::longest_text) expressions::fail_text_too_long(arguments.site().span);
    }
    return out.append(text, from);
}

Value split(const Arguments& arguments) {
    const std::string_view text = arguments.string(0), separator = arguments.string(1);
    List parts;
    Pace pace(arguments.context());
    std::size_t from = 0;
    if (separator.empty()) {  // into characters
        while (from < text.size()) {
            const std::size_t next = advance(text, from, 1);
            pace.step();
            make_room(parts, arguments.context());
            parts.emplace_back(text.substr(from, next - from));
            from = next;
        }
        if (parts.empty()) parts.emplace_back("");
        return parts;
    }
    for (std::size_t at = graphs::find_text(text, separator); at != std::string::npos;
         at = graphs::find_text(text, separator, from)) {
        pace.step();
        make_room(parts, arguments.context());
        parts.emplace_back(text.substr(from, at - from));
        from = at + separator.size();
    }
    parts.emplace_back(text.substr(from));
    return parts;
}

// Of a string or of a list.
Value reverse(const Arguments& arguments) {
    if (arguments[0].kind() == Kind::List)
        return List(arguments[0].list().rbegin(), arguments[0].list().rend());
    if (arguments[0].kind() != Kind::String) arguments.wrong_type(0, "a String or a List");
    const std::string_view text = arguments[0].string();
    std::string reversed;
    reversed.reserve(text.size());
    for (std::size_t end = text.size(); end > 0;) {
        std::size_t begin = end - 1;
        while (begin > 0 && continues(text[begin])) --begin;
        reversed.append(text, begin, end - begin);
        end = begin;
    }
    return reversed;
}

}  // namespace hearsay::engine::builtins
