// Mathematical functions.
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <string>

#include "engine/query/functions/families.hpp"

namespace hearsay::engine::builtins {
namespace {

using graphs::Kind;

// To so many decimal places, halves away from zero. Of the shortest decimal that means the number, so that
// 1.005 is 1.01, as people expect, though the binary number is a little less.
double to_places(double number, std::int64_t places) {
    if (!std::isfinite(number)) return number;
    char text[32];  // -d.ddddddddddddddddde-ddd
    const char* end = std::to_chars(text, text + sizeof text, number, std::chars_format::scientific).ptr;
    const std::string_view written(text, static_cast<std::size_t>(end - text));
    const std::size_t e = written.find('e');
    std::string digits = "0";  // one to carry to
    for (const char c : written.substr(0, e)) {
        if (c >= '0' && c <= '9') digits += c;
    }
    std::int64_t exponent = std::stoi(std::string(written.substr(e + 1)));
    const std::int64_t kept = exponent + 1 + places;  // digits, beside the one to carry to
    if (kept < 0) return 0.0;
    if (kept + 1 >= static_cast<std::int64_t>(digits.size())) return number;
    const bool up = digits[static_cast<std::size_t>(kept) + 1] >= '5';
    digits.resize(static_cast<std::size_t>(kept) + 1);
    for (std::size_t at = digits.size(); up && at-- > 0;) {
        if (digits[at]++ != '9') break;
        digits[at] = '0';
    }
    const std::string result = (number < 0 ? "-." : ".") + digits + "e" + std::to_string(exponent + 2);
    std::from_chars(result.data(), result.data() + result.size(), number);
    return number + 0.0;  // no -0.0
}

}  // namespace

Value absolute(const Arguments& arguments) {
    if (arguments[0].kind() != Kind::Integer) return std::fabs(arguments.number(0));
    if (arguments[0].integer() == std::numeric_limits<std::int64_t>::min()) {
        arguments.wrong_value(0, "the result does not fit into a 64-bit integer", "ArithmeticError",
                              "IntegerOverflow");
    }
    return arguments[0].integer() < 0 ? -arguments[0].integer() : arguments[0].integer();
}
Value ceiling(const Arguments& arguments) {
    return std::ceil(arguments.number(0));
}
Value floor_of(const Arguments& arguments) {
    return std::floor(arguments.number(0));
}
// Halves go up: 0.5 to 1.0, -0.5 to 0.0.
Value rounded(const Arguments& arguments) {
    const double number = arguments.number(0), below = std::floor(number);
    if (arguments.size() == 1) return number - below < 0.5 ? below : below + 1.0;
    const std::int64_t places = arguments.integer(1);
    if (places < 0 || places > 400) {
        arguments.wrong_value(1, "the number of decimal places is from 0 to 400", "ArgumentError",
                              "NumberOutOfRange");
    }
    return to_places(number, places);
}
Value is_not_a_number(const Arguments& arguments) {
    return std::isnan(arguments.number(0));
}
Value sign(const Arguments& arguments) {
    const double number = arguments.number(0);
    return number > 0 ? 1 : number < 0 ? -1 : 0;
}
Value random(const Arguments&) {
    thread_local std::mt19937_64 generator{std::random_device{}()};
    return std::uniform_real_distribution<double>(0.0, 1.0)(generator);
}
Value euler(const Arguments&) {
    return std::numbers::e;
}
Value pi(const Arguments&) {
    return std::numbers::pi;
}
Value exponential(const Arguments& arguments) {
    return std::exp(arguments.number(0));
}
Value natural_logarithm(const Arguments& arguments) {
    return std::log(arguments.number(0));
}
Value decimal_logarithm(const Arguments& arguments) {
    return std::log10(arguments.number(0));
}
Value square_root(const Arguments& arguments) {
    return std::sqrt(arguments.number(0));
}
Value sine(const Arguments& arguments) {
    return std::sin(arguments.number(0));
}
Value cosine(const Arguments& arguments) {
    return std::cos(arguments.number(0));
}
Value tangent(const Arguments& arguments) {
    return std::tan(arguments.number(0));
}
Value cotangent(const Arguments& arguments) {
    return std::cos(arguments.number(0)) / std::sin(arguments.number(0));
}
Value arc_sine(const Arguments& arguments) {
    return std::asin(arguments.number(0));
}
Value arc_cosine(const Arguments& arguments) {
    return std::acos(arguments.number(0));
}
Value arc_tangent(const Arguments& arguments) {
    return std::atan(arguments.number(0));
}
Value arc_tangent_2(const Arguments& arguments) {
    return std::atan2(arguments.number(0), arguments.number(1));
}
Value to_degrees(const Arguments& arguments) {
    return arguments.number(0) * 180.0 / std::numbers::pi;
}
Value to_radians(const Arguments& arguments) {
    return arguments.number(0) * std::numbers::pi / 180.0;
}
// Half the versine: (1 - cos x) / 2.
Value haversine(const Arguments& arguments) {
    const double half = std::sin(arguments.number(0) / 2.0);
    return half * half;
}

}  // namespace hearsay::engine::builtins
