// Source of days_from_civil and of its inverse: Howard Hinnant, "chrono-compatible low-level date
// algorithms". The calendar of the standard library ends with year 32767.
#include "graphs/values/temporal/calendar.hpp"

#include <algorithm>

namespace hearsay::engine::temporal {
namespace {

using graphs::Date;
using graphs::LocalDateTime;
using graphs::LocalTime;

constexpr std::int64_t days_in_era = 146'097;  // 400 years
constexpr std::int64_t epoch_shift = 719'468;  // from 0000-03-01 to 1970-01-01

constexpr bool known_year(std::int64_t year) {
    return year >= -furthest_year && year <= furthest_year;
}

// Years begin in March here, so that the leap day comes last.
constexpr Date date_of(std::int64_t year, std::int64_t month, std::int64_t day) {
    const std::int64_t march_year = month <= 2 ? year - 1 : year;
    const std::int64_t era = floor_divide(march_year, 400);
    const std::int64_t year_of_era = march_year - era * 400;
    const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return Date{era * days_in_era + day_of_era - epoch_shift};
}

constexpr Date first_date = date_of(-furthest_year, 1, 1);
constexpr Date last_date = date_of(furthest_year, 12, 31);

// 1970-01-01 was a Thursday.
std::int64_t weekday_of(Date date) {
    return remainder(date.days + 3, 7) + 1;
}

// The Monday of the week that holds January 4 begins ISO's week 1.
Date first_week(std::int64_t week_year) {
    const Date fourth = date_of(week_year, 1, 4);
    return Date{fourth.days + 1 - weekday_of(fourth)};
}

std::optional<Date> if_in_range(Date date) {
    if (!in_range(date)) return std::nullopt;
    return date;
}

}  // namespace

CivilDate civil_of(Date date) {
    const std::int64_t shifted = date.days + epoch_shift;
    const std::int64_t era = floor_divide(shifted, days_in_era);
    const std::int64_t day_of_era = remainder(shifted, days_in_era);
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t march_month = (5 * day_of_year + 2) / 153;

    CivilDate civil{};
    civil.day = day_of_year - (153 * march_month + 2) / 5 + 1;
    civil.month = march_month < 10 ? march_month + 3 : march_month - 9;
    civil.year = year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0);
    return civil;
}

DateFields fields_of(Date date) {
    const CivilDate civil = civil_of(date);
    DateFields f{};
    f.day = civil.day;
    f.month = civil.month;
    f.year = civil.year;
    f.quarter = (f.month - 1) / 3 + 1;
    f.ordinal_day = date.days - date_of(f.year, 1, 1).days + 1;
    f.day_of_quarter = date.days - date_of(f.year, f.quarter * 3 - 2, 1).days + 1;
    f.weekday = weekday_of(date);
    f.week_year = f.year;
    if (date < first_week(f.year))
        --f.week_year;
    else if (date >= first_week(f.year + 1))
        ++f.week_year;
    f.week = (date.days - first_week(f.week_year).days) / 7 + 1;
    return f;
}

std::int64_t days_in_month(std::int64_t year, std::int64_t month) {
    constexpr std::int64_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return lengths[month - 1] + (month == 2 && leap ? 1 : 0);
}

std::optional<Date> from_month(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (!known_year(year) || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
        return std::nullopt;
    return date_of(year, month, day);
}

std::optional<Date> from_week(std::int64_t week_year, std::int64_t week, std::int64_t weekday) {
    if (!known_year(week_year) || week < 1 || week > 53 || weekday < 1 || weekday > 7) return std::nullopt;
    const Date date{first_week(week_year).days + (week - 1) * 7 + weekday - 1};
    if (week == 53 && date >= first_week(week_year + 1)) return std::nullopt;
    return if_in_range(date);
}

std::optional<Date> from_quarter(std::int64_t year, std::int64_t quarter, std::int64_t day_of_quarter) {
    if (!known_year(year) || quarter < 1 || quarter > 4 || day_of_quarter < 1) return std::nullopt;
    const std::int64_t month = quarter * 3 - 2;
    std::int64_t length = 0;
    for (std::int64_t i = 0; i < 3; ++i) length += days_in_month(year, month + i);
    if (day_of_quarter > length) return std::nullopt;
    return Date{date_of(year, month, 1).days + day_of_quarter - 1};
}

std::optional<Date> from_ordinal(std::int64_t year, std::int64_t ordinal_day) {
    if (!known_year(year) || ordinal_day < 1 || ordinal_day > 337 + days_in_month(year, 2))
        return std::nullopt;
    return Date{date_of(year, 1, 1).days + ordinal_day - 1};
}

bool in_range(Date date) {
    return date >= first_date && date <= last_date;
}
bool in_range(LocalDateTime moment) {
    return in_range(date_of(moment));
}

std::optional<Date> add_months(Date date, std::int64_t months) {
    const DateFields f = fields_of(date);
    std::int64_t sum = 0;
    if (__builtin_add_overflow(f.year * 12 + f.month - 1, months, &sum)) return std::nullopt;
    const std::int64_t year = floor_divide(sum, 12), month = remainder(sum, 12) + 1;
    if (!known_year(year)) return std::nullopt;
    return date_of(year, month, std::min(f.day, days_in_month(year, month)));
}

std::optional<Date> add_days(Date date, std::int64_t days) {
    Date sum;
    if (__builtin_add_overflow(date.days, days, &sum.days)) return std::nullopt;
    return if_in_range(sum);
}

LocalDateTime join(Date date, LocalTime time) {
    return {date.days * graphs::seconds_per_day + time.nanoseconds / graphs::nanoseconds_per_second,
            static_cast<std::int32_t>(time.nanoseconds % graphs::nanoseconds_per_second)};
}
Date date_of(LocalDateTime moment) {
    return Date{floor_divide(moment.seconds, graphs::seconds_per_day)};
}
LocalTime time_of(LocalDateTime moment) {
    return LocalTime{remainder(moment.seconds, graphs::seconds_per_day) * graphs::nanoseconds_per_second +
                     moment.nanoseconds};
}

std::optional<LocalDateTime> add_seconds(LocalDateTime moment, std::int64_t seconds,
                                         std::int32_t nanoseconds) {
    const std::int64_t fraction = std::int64_t{moment.nanoseconds} + nanoseconds;
    LocalDateTime sum;
    if (__builtin_add_overflow(moment.seconds, seconds, &sum.seconds) ||
        __builtin_add_overflow(sum.seconds, fraction / graphs::nanoseconds_per_second, &sum.seconds))
        return std::nullopt;
    sum.nanoseconds = static_cast<std::int32_t>(fraction % graphs::nanoseconds_per_second);
    return sum;
}

}  // namespace hearsay::engine::temporal
