// Calendar arithmetic: the proleptic Gregorian calendar and ISO 8601's weeks.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "graphs/value.hpp"

namespace hearsay::engine::builtins {

// A date taken apart in every way. `weekday`: Monday is 1.
struct DateFields {
    std::int64_t year, month, day, quarter, ordinal_day, day_of_quarter, week, week_year, weekday;
};
DateFields fields_of(graphs::Date date);

// Each gives nothing if there is no such day. Years run from -9999 to 9999.
std::optional<graphs::Date> from_month(std::int64_t year, std::int64_t month, std::int64_t day);
std::optional<graphs::Date> from_week(std::int64_t week_year, std::int64_t week, std::int64_t weekday);
std::optional<graphs::Date> from_quarter(std::int64_t year, std::int64_t quarter,
                                         std::int64_t day_of_quarter);
std::optional<graphs::Date> from_ordinal(std::int64_t year, std::int64_t ordinal_day);
std::int64_t days_in_month(std::int64_t year, std::int64_t month);  // REQUIRES: a month from 1 to 12

// ISO 8601, with or without hyphens: 2015-07-21, 2015-07, 2015-W30-2, 2015-W30, 2015-202 (day of the year),
// 2015.
std::optional<graphs::Date> date_from_text(std::string_view text);

// date.year, .quarter, .month, .week, .weekYear, .day, .ordinalDay, .dayOfQuarter, .dayOfWeek, .weekDay;
// null for any other name.
graphs::Value date_component(graphs::Date date, std::string_view name);

}  // namespace hearsay::engine::builtins
