// Conversions. A text that says no such value gives null; a value of a kind that cannot be converted is a
// TypeError, or null in the
// ...OrNull forms.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/query/functions/families.hpp"
#include "graphs/values/value_text.hpp"

namespace hearsay::engine::builtins {
namespace {

using graphs::Kind;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(space) + 1 - begin);
}

bool is_word(std::string_view text, std::string_view lower_word) {
    return std::equal(text.begin(), text.end(), lower_word.begin(), lower_word.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
    });
}

Value float_from(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return number;
}

// What fits into 64 bits, without the fraction.
Value integer_from(double number) {
    if (!(number >= -0x1p63 && number < 0x1p63)) return {};
    return static_cast<std::int64_t>(number);
}

Value integer_from(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size()) return number;
    const Value fraction = float_from(text);
    return fraction.is_null() ? Value() : integer_from(fraction.floating());
}

bool convertible_to_text(const Value& value) {
    switch (value.kind()) {
        case Kind::Boolean:
        case Kind::Integer:
        case Kind::Float:
        case Kind::String:
        case Kind::Date:
        case Kind::LocalTime:
        case Kind::Time:
        case Kind::LocalDateTime:
        case Kind::DateTime:
        case Kind::Duration:
            return true;
        default:
            return false;
    }
}

}  // namespace

Value to_text_or_null(const Arguments& arguments) {
    if (arguments[0].kind() == Kind::String) return arguments[0];
    return convertible_to_text(arguments[0]) ? Value(text_of(arguments[0])) : Value();
}
Value to_text(const Arguments& arguments) {
    if (!convertible_to_text(arguments[0]))
        arguments.wrong_type(0, "a Boolean, a number, a String or a temporal value");
    return to_text_or_null(arguments);
}

Value to_integer_or_null(const Arguments& arguments) {
    switch (arguments[0].kind()) {
        case Kind::Integer:
            return arguments[0];
        case Kind::Boolean:
            return arguments[0].boolean() ? 1 : 0;
        case Kind::Float:
            return integer_from(arguments[0].floating());
        case Kind::String:
            return integer_from(arguments[0].string());
        default:
            return {};
    }
}
Value to_integer(const Arguments& arguments) {
    const Kind kind = arguments[0].kind();
    if (kind != Kind::String && kind != Kind::Boolean && !arguments[0].is_number()) {
        arguments.wrong_type(0, "a Boolean, a number or a String");
    }
    return to_integer_or_null(arguments);
}

Value to_float_or_null(const Arguments& arguments) {
    if (arguments[0].is_number()) return arguments[0].number();
    return arguments[0].kind() == Kind::String ? float_from(arguments[0].string()) : Value();
}
Value to_float(const Arguments& arguments) {
    if (arguments[0].kind() != Kind::String && !arguments[0].is_number())
        arguments.wrong_type(0, "a number or a String");
    return to_float_or_null(arguments);
}

Value null_if(const Arguments& arguments) {
    const Value equal = graphs::equals(arguments[0], arguments[1]);
    return !equal.is_null() && equal.boolean() ? Value() : arguments[0];
}

Value to_boolean_or_null(const Arguments& arguments) {
    switch (arguments[0].kind()) {
        case Kind::Boolean:
            return arguments[0];
        case Kind::Integer:
            return arguments[0].integer() != 0;
        case Kind::String: {
            const std::string_view text = trimmed(arguments[0].string());
            return is_word(text, "true") ? Value(true) : is_word(text, "false") ? Value(false) : Value();
        }
        default:
            return {};
    }
}
Value to_boolean(const Arguments& arguments) {
    const Kind kind = arguments[0].kind();
    if (kind != Kind::String && kind != Kind::Boolean && kind != Kind::Integer) {
        arguments.wrong_type(0, "a Boolean, an Integer or a String");
    }
    return to_boolean_or_null(arguments);
}

}  // namespace hearsay::engine::builtins
