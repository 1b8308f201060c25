#include "engine/articles/network/kernels/float_math.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "graphs/error.hpp"

namespace hearsay::engine {
namespace {

constexpr double log_2_high = 6.93147180369123816490e-01;  // its low bits are zero: n * log_2_high is exact
constexpr double log_2_low = 1.90821492927058770002e-10;

}  // namespace

double exp_of(double x) {
    x = std::clamp(x, -700.0, 700.0);
    const auto n = static_cast<int>(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5));
    const double r = (x - n * log_2_high) - n * log_2_low;
    double sum = 1;  // the series to the 13th power
    for (int i = 13; i > 0; --i) sum = 1 + r * sum / i;
    return sum * std::bit_cast<double>(static_cast<std::uint64_t>(1023 + n) << 52);
}

double log_of(double x) {
    HEARSAY_ASSERT(x >= 2.2250738585072014e-308 && x <= 1.7976931348623157e308);
    const auto bits = std::bit_cast<std::uint64_t>(x);
    int n = static_cast<int>(bits >> 52) - 1023;
    double m = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFU) | 0x3FF0000000000000U);
    if (m > 1.4142135623730951) {
        m /= 2;
        ++n;
    }
    // log m = 2 artanh(s), s = (m - 1) / (m + 1) within 0.172
    const double s = (m - 1) / (m + 1), s2 = s * s;
    double sum = 0;
    for (int i = 21; i > 0; i -= 2) sum = 1.0 / i + s2 * sum;
    return n * log_2_high + (2 * s * sum + n * log_2_low);
}

double log_odds(double p) {
    p = std::clamp(p, 1e-12, 1 - 1e-12);
    return std::clamp(log_of(p / (1 - p)), -14.0, 14.0);
}

double from_log_odds(double x) {
    return 1 / (1 + exp_of(-x));
}

}  // namespace hearsay::engine
