// Mathematical functions.
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include "engine/query/functions/families.hpp"

namespace hearsay::engine::builtins {
namespace {

using graphs::Kind;

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
Value round_half_up(const Arguments& arguments) {
    const double number = arguments.number(0), below = std::floor(number);
    return number - below < 0.5 ? below : below + 1.0;
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
