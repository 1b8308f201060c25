#include "graphs/values/temporal/durations.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "graphs/values/temporal/calendar.hpp"

namespace hearsay::engine::temporal {
namespace {

using graphs::Duration;

constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

bool fits(Wide number) {
    return number >= smallest && number <= largest;
}

Wide power_of_ten(int exponent) {
    Wide power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

// whole + rest / denominator, with 0 <= |rest| < denominator and one sign.
struct Share {
    Wide whole, rest;
};
Share share(Wide numerator, Wide denominator) {
    return {numerator / denominator, numerator % denominator};
}

// REQUIRES: denominator <= 2^63
std::optional<Duration> carry_down(Share months, Share days, Share seconds, Share nanoseconds,
                                   Wide denominator) {
    constexpr Wide million = 1'000'000, days_in_month = 30'436'875;  // days per million months
    const Wide unit = denominator * million;
    const Share day = share(days.rest * million + months.rest * days_in_month, unit);
    const Share second = share(seconds.rest * million + day.rest * graphs::seconds_per_day, unit);
    const Wide fraction = (nanoseconds.rest * million + second.rest * graphs::nanoseconds_per_second) / unit;

    const Wide nanosecond = nanoseconds.whole + fraction;
    Wide carried = nanosecond / graphs::nanoseconds_per_second;
    Wide left = nanosecond % graphs::nanoseconds_per_second;
    if (left < 0) {
        left += graphs::nanoseconds_per_second;
        --carried;
    }
    const Wide all_days = days.whole + day.whole, all_seconds = seconds.whole + second.whole + carried;
    if (!fits(months.whole) || !fits(all_days) || !fits(all_seconds)) return std::nullopt;
    return Duration{static_cast<std::int64_t>(months.whole), static_cast<std::int64_t>(all_days),
                    static_cast<std::int64_t>(all_seconds), static_cast<std::int32_t>(left)};
}

// numerator / denominator, both within 2^63.
struct Ratio {
    Wide numerator, denominator;
};

std::optional<Duration> scale(const Duration& duration, Ratio by) {
    if (by.denominator < 0) by = {-by.numerator, -by.denominator};
    const auto [seconds, nanoseconds] = time_of(duration);
    const auto part = [by](Wide number) { return share(number * by.numerator, by.denominator); };
    return carry_down(part(duration.months), part(duration.days), part(seconds), part(nanoseconds),
                      by.denominator);
}

// As a ratio of the shortest decimal. Nothing if it is too large for one; very small numbers become 0.
std::optional<Ratio> ratio_of(double number) {
    if (!std::isfinite(number)) return std::nullopt;
    std::array<char, 32> text{};
    const char* end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::scientific).ptr;
    Wide digits = 0;
    int places = 0;  // behind the point
    bool behind = false;
    const char* c = text.data();
    const bool negative = *c == '-';
    if (negative) ++c;
    for (; c != end && *c != 'e'; ++c) {
        if (*c == '.') {
            behind = true;
        } else {
            digits = digits * 10 + (*c - '0');
            places += behind ? 1 : 0;
        }
    }
    int exponent = 0;
    std::from_chars(c + (c[1] == '+' ? 2 : 1), end, exponent);
    places -= exponent;
    for (; places > 18; --places) {
        digits /= 10;
        if (digits == 0) return Ratio{0, 1};
    }
    for (; places < 0; ++places) {
        digits *= 10;
        if (digits > one) return std::nullopt;
    }
    return Ratio{negative ? -digits : digits, power_of_ten(places)};
}

}  // namespace

std::optional<Wide> decimal(double number) {
    const auto ratio = ratio_of(number);
    if (!ratio) return std::nullopt;
    return ratio->numerator * (one / ratio->denominator);
}

bool accumulate(Wide& sum, Wide number, std::int64_t factor) {
    return !__builtin_mul_overflow(number, Wide{factor}, &number) &&
           !__builtin_add_overflow(sum, number, &sum);
}

std::optional<Duration> duration_from(const Fractions& parts) {
    return carry_down(share(parts.months, one), share(parts.days, one), share(parts.seconds, one),
                      share(parts.nanoseconds, one), one);
}

std::optional<Duration> add(const Duration& a, const Duration& b) {
    return carry_down({Wide{a.months} + b.months, 0}, {Wide{a.days} + b.days, 0},
                      {Wide{a.seconds} + b.seconds, 0}, {Wide{a.nanoseconds} + b.nanoseconds, 0}, 1);
}
std::optional<Duration> subtract(const Duration& a, const Duration& b) {
    return carry_down({Wide{a.months} - b.months, 0}, {Wide{a.days} - b.days, 0},
                      {Wide{a.seconds} - b.seconds, 0}, {Wide{a.nanoseconds} - b.nanoseconds, 0}, 1);
}
std::optional<Duration> negate(const Duration& duration) {
    return subtract(Duration{}, duration);
}

std::optional<Duration> multiply(const Duration& duration, std::int64_t by) {
    return scale(duration, {by, 1});
}
std::optional<Duration> multiply(const Duration& duration, double by) {
    const auto ratio = ratio_of(by);
    if (!ratio) return std::nullopt;
    return scale(duration, *ratio);
}
std::optional<Duration> divide(const Duration& duration, std::int64_t by) {
    return scale(duration, {1, by});
}
std::optional<Duration> divide(const Duration& duration, double by) {
    const auto ratio = ratio_of(by);
    if (!ratio) return std::isinf(by) ? std::optional(Duration{}) : std::nullopt;
    if (ratio->numerator == 0) return std::nullopt;
    return scale(duration, {ratio->denominator, ratio->numerator});
}

std::pair<std::int64_t, std::int64_t> time_of(const Duration& duration) {
    if (duration.seconds < 0 && duration.nanoseconds > 0)
        return {duration.seconds + 1, duration.nanoseconds - graphs::nanoseconds_per_second};
    return {duration.seconds, duration.nanoseconds};
}

}  // namespace hearsay::engine::temporal
