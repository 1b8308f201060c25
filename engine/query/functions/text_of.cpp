#include "engine/query/functions/text_of.hpp"

#include <fmt/format.h>

#include <cmath>

#include "graphs/error.hpp"

namespace hearsay::engine::builtins {

std::string text_of(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
    std::string text = fmt::format("{}", number);
    if (const auto plus = text.find("e+"); plus != std::string::npos) text.erase(plus + 1, 1);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
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
            return value.string();
        default:
            HEARSAY_ASSERT(value.kind() == Kind::Date);
            return graphs::to_string(value.date());
    }
}

}  // namespace hearsay::engine::builtins
