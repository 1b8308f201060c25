// Days, instants and durations: the temporal values, as openCypher has them, and their texts in ISO 8601.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace hearsay::graphs {

inline constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;
inline constexpr std::int64_t seconds_per_day = 86'400;
inline constexpr std::int64_t nanoseconds_per_day = seconds_per_day * nanoseconds_per_second;
inline constexpr std::int32_t furthest_offset = 18 * 3600;  // seconds from UTC, east and west
inline constexpr std::size_t longest_zone_name = 64;        // bytes

// Days since 1970-01-01 in the proleptic Gregorian calendar.
struct Date {
    std::int64_t days = 0;
    auto operator<=>(const Date&) const = default;
};

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

// Whether the parts lie within the ranges above. A zone's name is of letters, digits and + - _ / and no
// longer than `longest_zone_name`; whether there is such a zone is not asked.
bool is_valid(LocalTime time);
bool is_valid(Time time);
bool is_valid(LocalDateTime time);
bool is_valid(const DateTime& time);
bool is_valid(const Duration& duration);

// ISO 8601, the shortest form that tells all: "2024-03-12", "12:31", "12:31:14.5+01:00",
// "2015-07-21T21:40:32.142+02:00[Europe/Paris]", "P1Y2M10DT2H-0.5S". A year beyond four digits has a sign.
// REQUIRES: valid ones.
std::string to_string(Date date);
std::string to_string(LocalTime time);
std::string to_string(Time time);
std::string to_string(LocalDateTime time);
std::string to_string(const DateTime& time);
std::string to_string(const Duration& duration);

Date date_from(int year, unsigned month, unsigned day);  // REQUIRES: such a day exists

}  // namespace hearsay::graphs
