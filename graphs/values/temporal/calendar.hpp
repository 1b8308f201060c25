// Calendar arithmetic: the proleptic Gregorian calendar and ISO 8601's weeks, in years from -999999999 to
// 999999999. What would lie outside of them is nothing (nullopt).
#pragma once

#include <cstdint>
#include <optional>

#include "graphs/values/temporal/temporal.hpp"

namespace hearsay::engine::temporal {

inline constexpr std::int64_t furthest_year = 999'999'999;

struct CivilDate {
    std::int64_t year, month, day;
};
CivilDate civil_of(graphs::Date date);

// A date taken apart in every way. `weekday`: Monday is 1.
struct DateFields {
    std::int64_t year, month, day, quarter, ordinal_day, day_of_quarter, week, week_year, weekday;
};
DateFields fields_of(graphs::Date date);

// Each gives nothing if there is no such day.
std::optional<graphs::Date> from_month(std::int64_t year, std::int64_t month, std::int64_t day);
std::optional<graphs::Date> from_week(std::int64_t week_year, std::int64_t week, std::int64_t weekday);
std::optional<graphs::Date> from_quarter(std::int64_t year, std::int64_t quarter,
                                         std::int64_t day_of_quarter);
std::optional<graphs::Date> from_ordinal(std::int64_t year, std::int64_t ordinal_day);
std::int64_t days_in_month(std::int64_t year, std::int64_t month);  // REQUIRES: a month from 1 to 12

bool in_range(graphs::Date date);
bool in_range(graphs::LocalDateTime moment);

// The last day of the month where it has no such day: a month after January 31 is February 28 or 29.
std::optional<graphs::Date> add_months(graphs::Date date, std::int64_t months);
std::optional<graphs::Date> add_days(graphs::Date date, std::int64_t days);

// A day and its time of day as one, and apart.
graphs::LocalDateTime join(graphs::Date date, graphs::LocalTime time);
graphs::Date date_of(graphs::LocalDateTime moment);
graphs::LocalTime time_of(graphs::LocalDateTime moment);

// Nothing only if the sum does not fit: ask in_range. REQUIRES: `nanoseconds` in [0, 10^9)
std::optional<graphs::LocalDateTime> add_seconds(graphs::LocalDateTime moment, std::int64_t seconds,
                                                 std::int32_t nanoseconds);

// Rounds down; `remainder` is never negative. REQUIRES: `by` > 0
constexpr std::int64_t floor_divide(std::int64_t number, std::int64_t by) {
    return number / by - (number % by < 0 ? 1 : 0);
}
constexpr std::int64_t remainder(std::int64_t number, std::int64_t by) {
    return number % by + (number % by < 0 ? by : 0);
}

}  // namespace hearsay::engine::temporal
