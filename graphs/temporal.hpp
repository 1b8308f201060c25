// Instants and durations: the temporal values besides Date (value.hpp), as openCypher has them.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace hearsay::graphs {

inline constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;
inline constexpr std::int64_t seconds_per_day = 86'400;

// A time of day that says nothing of a zone.
struct LocalTime {
    std::int64_t nanoseconds = 0;  // since midnight, [0, 86'400 * 10^9)
    auto operator<=>(const LocalTime&) const = default;
};

// A time of day at an offset from UTC.
struct Time {
    std::int64_t nanoseconds = 0;  // since midnight by the local clock, [0, 86'400 * 10^9)
    std::int32_t offset = 0;       // seconds east of UTC, within +-18 hours
    bool operator==(const Time&) const = default;
};

// A day and time that say nothing of a zone.
struct LocalDateTime {
    std::int64_t seconds = 0;      // since 1970-01-01T00:00:00 by the local clock
    std::int32_t nanoseconds = 0;  // of the second, [0, 10^9)
    auto operator<=>(const LocalDateTime&) const = default;
};

// An instant, with the offset at which it is written and, where it has one, the zone's name.
struct DateTime {
    std::int64_t seconds = 0;      // since 1970-01-01T00:00:00Z
    std::int32_t nanoseconds = 0;  // of the second, [0, 10^9)
    std::int32_t offset = 0;       // seconds east of UTC, within +-18 hours
    std::string zone;              // of the time zone database: "Europe/Paris"; empty: the offset alone
    bool operator==(const DateTime&) const = default;
};

// An amount of time in parts that do not convert into one another: a month has no fixed number of days, a day
// no fixed number of seconds.
struct Duration {
    std::int64_t months = 0;
    std::int64_t days = 0;
    std::int64_t seconds = 0;      // negative where the whole is: -0.5 s is -1 s and 5 * 10^8 ns
    std::int32_t nanoseconds = 0;  // [0, 10^9)
    bool operator==(const Duration&) const = default;
};

}  // namespace hearsay::graphs
