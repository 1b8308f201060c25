#include "graphs/values/value_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "graphs/error.hpp"

namespace hearsay::engine::builtins {

std::string text_of(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
    const double size = std::fabs(number);
    if (size == 0.0 || (size >= 1e-6 && size < 1e16)) {
        std::array<char, 64> digits{};
        const char* end =
            std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
        std::string text(static_cast<const char*>(digits.data()), end);
        if (text.find('.') == std::string::npos) text += ".0";
        return text;
    }
    std::string text = fmt::format("{}", number);  // 1e+20, 1e-07
    const std::size_t exponent = text.find('e') + 1;
    if (text[exponent] == '+') text.erase(exponent, 1);
    const std::size_t digits = text[exponent] == '-' ? exponent + 1 : exponent;
    text.erase(digits, std::min(text.find_first_not_of('0', digits), text.size() - 1) - digits);
    return text;
}

std::string text_of(const graphs::Value& value) {
    using graphs::Kind;
    switch (value.kind()) {
        case Kind::Boolean:
            return value.boolean() ? "true" : "false";
        case Kind::Integer:
            return std::to_string(value.integer());
        case Kind::Float:
            return text_of(value.floating());
        case Kind::String:
            return std::string(value.string());
        default:
            HEARSAY_ASSERT(value.is_temporal());
            return graphs::temporal_text(value);
    }
}

}  // namespace hearsay::engine::builtins
