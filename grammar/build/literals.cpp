#include "grammar/build/literals.hpp"

#include <unicode/utf8.h>

#include <charconv>
#include <limits>

namespace hearsay::grammar::build {

namespace {

bool is_zero_or_underflow(std::string_view literal) {
    // from_chars does not tell too large from too small. The decimal point of the first digit other than 0
    // does.
    long long exponent = 0;
    const std::size_t e = literal.find_first_of("eE");
    if (e != std::string_view::npos) {
        const std::size_t digits = literal[e + 1] == '+' ? e + 2 : e + 1;
        const auto read = std::from_chars(literal.data() + digits, literal.data() + literal.size(), exponent);
        if (read.ec != std::errc()) return literal[digits] == '-';
        literal = literal.substr(0, e);
    }
    const std::size_t point = std::min(literal.find('.'), literal.size());
    const std::size_t digit = literal.find_first_of("123456789");
    if (digit == std::string_view::npos) return true;
    return exponent + static_cast<long long>(point) - static_cast<long long>(digit) < 0;
}

std::uint32_t hexadecimal(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

char escaped(char code) {
    switch (code) {
        case 'b':
        case 'B':
            return '\b';
        case 'f':
        case 'F':
            return '\f';
        case 'n':
        case 'N':
            return '\n';
        case 'r':
        case 'R':
            return '\r';
        case 't':
        case 'T':
            return '\t';
        default:
            return code;
    }
}

void append(std::string& to, std::uint32_t code_point) {
    char bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, code_point);
    to.append(bytes, length);
}

}  // namespace

void fail(Span span, std::string message, std::string detail, std::string suggestion) {
    throw BuildError{
        {Severity::Error, span, std::move(message), std::move(suggestion), "SyntaxError", std::move(detail)}};
}

std::int64_t integer_value(std::string_view literal, bool negative, Span span) {
    int base = 10;
    std::string_view digits = literal;
    if (literal.size() > 1 && literal[0] == '0') {
        base = literal[1] == 'x' || literal[1] == 'X' ? 16 : 8;
        digits.remove_prefix(2);
    }
    std::uint64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    if (read.ec != std::errc() || value > most + (negative ? 1 : 0))
        fail(span,
             "this integer is too large: integers have 64 bits, from -9223372036854775808 to "
             "9223372036854775807",
             "IntegerOverflow");
    return static_cast<std::int64_t>(negative ? 0 - value : value);
}

double double_value(std::string_view literal, Span span) {
    double value = 0;
    const auto read = std::from_chars(literal.data(), literal.data() + literal.size(), value);
    if (read.ec == std::errc()) return value;
    if (is_zero_or_underflow(literal)) return 0.0;
    fail(span, "this number is too large: floating-point numbers go up to 1.8e308", "FloatingPointOverflow");
}

std::string string_value(std::string_view literal, Span span) {
    std::string value;
    value.reserve(literal.size() - 2);
    const std::size_t end = literal.size() - 1;
    for (std::size_t at = 1; at < end;) {
        if (literal[at] != '\\') {
            const std::size_t next = std::min(literal.find('\\', at), end);
            value.append(literal, at, next - at);
            at = next;
            continue;
        }
        const std::size_t begin = at;
        const char code = literal[at + 1];
        at += 2;
        if (code != 'u' && code != 'U') {
            value += escaped(code);
            continue;
        }
        const std::size_t length = code == 'u' ? 4 : 8;
        std::uint32_t code_point = hexadecimal(literal.substr(at, length));
        at += length;
        // A character beyond 16 bits may be written as two, as in JSON and Java.
        if (U16_IS_LEAD(code_point) && literal.substr(at, 2) == "\\u") {
            const std::uint32_t trail = hexadecimal(literal.substr(at + 2, 4));
            if (U16_IS_TRAIL(trail)) {
                code_point = U16_GET_SUPPLEMENTARY(code_point, trail);
                at += 6;
            }
        }
        if (U_IS_SURROGATE(code_point) || code_point > 0x10ffff)
            fail({span.begin + begin, span.begin + at}, "there is no such Unicode character",
                 "InvalidUnicodeLiteral",
                 code_point > 0x10ffff ? "the last one is \\U0010FFFF"
                                       : "this is one half of a surrogate pair");
        append(value, code_point);
    }
    return value;
}

std::string name_value(std::string_view literal) {
    if (literal.empty() || literal.front() != '`') return std::string(literal);
    std::string name;
    for (std::size_t at = 1; at + 1 < literal.size(); ++at) {
        name += literal[at];
        if (literal[at] == '`') ++at;  // written twice, meant once
    }
    return name;
}

}  // namespace hearsay::grammar::build
