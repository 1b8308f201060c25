// Arithmetic on durations: exact, in whole numbers; what does not fit is nothing (nullopt).
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "graphs/values/temporal/temporal.hpp"

namespace hearsay::engine::temporal {

__extension__ typedef __int128 Wide;

// A decimal number in units of 10^-18.
inline constexpr Wide one = 1'000'000'000'000'000'000;
// The shortest decimal that is the same double; what is beyond 18 places is left out. Nothing if not finite
// or too large.
std::optional<Wide> decimal(double number);

// Parts of a duration with fractions, in units of 10^-18: {months, days, seconds, nanoseconds}.
struct Fractions {
    Wide months = 0, days = 0, seconds = 0, nanoseconds = 0;
};
// sum += number * factor; false if that does not fit.
bool accumulate(Wide& sum, Wide number, std::int64_t factor);
// Fractions carry down: of a month into days (a month is 30.436875 days, a twelfth of the Gregorian
// year), of a day into seconds (86,400), of a second into nanoseconds; what is less than one is left out.
std::optional<graphs::Duration> duration_from(const Fractions& parts);

std::optional<graphs::Duration> add(const graphs::Duration& a, const graphs::Duration& b);
std::optional<graphs::Duration> subtract(const graphs::Duration& a, const graphs::Duration& b);
std::optional<graphs::Duration> negate(const graphs::Duration& duration);
// Part by part, with the fractions carried down.
std::optional<graphs::Duration> multiply(const graphs::Duration& duration, std::int64_t by);
std::optional<graphs::Duration> multiply(const graphs::Duration& duration, double by);
std::optional<graphs::Duration> divide(const graphs::Duration& duration, std::int64_t by);  // REQUIRES: not 0
std::optional<graphs::Duration> divide(const graphs::Duration& duration, double by);        // REQUIRES: not 0

// Seconds and nanoseconds of one sign, that is, rounded towards zero: -0.5 s is {0, -5 * 10^8}.
std::pair<std::int64_t, std::int64_t> time_of(const graphs::Duration& duration);

}  // namespace hearsay::engine::temporal
