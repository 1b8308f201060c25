#include "engine/query/functions/dates.hpp"

#include <array>
#include <chrono>

namespace hearsay::engine::builtins {
namespace {

using graphs::Date;
namespace chrono = std::chrono;

constexpr std::int64_t furthest_year = 9999;

bool known_year(std::int64_t year) {
    return year >= -furthest_year && year <= furthest_year;
}
Date date_of(std::int64_t year, std::int64_t month, std::int64_t day) {
    const chrono::year_month_day ymd(chrono::year(static_cast<int>(year)),
                                     chrono::month(static_cast<unsigned>(month)),
                                     chrono::day(static_cast<unsigned>(day)));
    return Date{chrono::sys_days(ymd).time_since_epoch().count()};
}
// 1970-01-01 was a Thursday.
std::int64_t weekday_of(Date date) {
    return ((date.days + 3) % 7 + 7) % 7 + 1;
}
// The Monday of the week that holds January 4 begins ISO's week 1.
Date first_week(std::int64_t week_year) {
    const Date fourth = date_of(week_year, 1, 4);
    return Date{fourth.days + 1 - weekday_of(fourth)};
}

// A fixed number of digits.
std::optional<std::int64_t> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) return std::nullopt;
    std::int64_t number = 0;
    for (char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

}  // namespace

DateFields fields_of(Date date) {
    const chrono::year_month_day ymd{chrono::sys_days(chrono::days(date.days))};
    DateFields f{};
    f.year = static_cast<int>(ymd.year());
    f.month = static_cast<unsigned>(ymd.month());
    f.day = static_cast<unsigned>(ymd.day());
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
    const chrono::year_month_day_last last(
        chrono::year(static_cast<int>(year)),
        chrono::month_day_last(chrono::month(static_cast<unsigned>(month))));
    return static_cast<unsigned>(last.day());
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
    return date;
}

std::optional<Date> from_quarter(std::int64_t year, std::int64_t quarter, std::int64_t day_of_quarter) {
    if (!known_year(year) || quarter < 1 || quarter > 4 || day_of_quarter < 1 || day_of_quarter > 92)
        return std::nullopt;
    const Date date{date_of(year, quarter * 3 - 2, 1).days + day_of_quarter - 1};
    const DateFields f = fields_of(date);
    if (f.quarter != quarter || f.year != year) return std::nullopt;
    return date;
}

std::optional<Date> from_ordinal(std::int64_t year, std::int64_t ordinal_day) {
    if (!known_year(year) || ordinal_day < 1 || ordinal_day > 366) return std::nullopt;
    const Date date{date_of(year, 1, 1).days + ordinal_day - 1};
    if (fields_of(date).year != year) return std::nullopt;
    return date;
}

std::optional<Date> date_from_text(std::string_view text) {
    const auto year = digits(text, 0, 4);
    if (!year) return std::nullopt;
    std::string_view rest = text.substr(4);
    if (rest.empty()) return from_month(*year, 1, 1);
    const bool extended = rest.starts_with('-');
    if (extended) rest.remove_prefix(1);
    const std::size_t gap = extended ? 1 : 0;  // between the parts that follow
    if (rest.starts_with('W')) {
        const auto week = digits(rest, 1, 2);
        if (!week) return std::nullopt;
        if (rest.size() == 3) return from_week(*year, *week, 1);
        if (rest.size() != 4 + gap || (extended && rest[3] != '-')) return std::nullopt;
        const auto weekday = digits(rest, 3 + gap, 1);
        return weekday ? from_week(*year, *week, *weekday) : std::nullopt;
    }
    if (rest.size() == 3) {
        const auto day = digits(rest, 0, 3);
        return day ? from_ordinal(*year, *day) : std::nullopt;
    }
    const auto month = digits(rest, 0, 2);
    if (!month) return std::nullopt;
    if (rest.size() == 2) return from_month(*year, *month, 1);
    if (rest.size() != 4 + gap || (extended && rest[2] != '-')) return std::nullopt;
    const auto day = digits(rest, 2 + gap, 2);
    return day ? from_month(*year, *month, *day) : std::nullopt;
}

graphs::Value date_component(Date date, std::string_view name) {
    struct Component {
        std::string_view name;
        std::int64_t DateFields::*field;
    };
    constexpr std::array<Component, 10> components{{{"year", &DateFields::year},
                                                    {"quarter", &DateFields::quarter},
                                                    {"month", &DateFields::month},
                                                    {"week", &DateFields::week},
                                                    {"weekYear", &DateFields::week_year},
                                                    {"day", &DateFields::day},
                                                    {"ordinalDay", &DateFields::ordinal_day},
                                                    {"dayOfQuarter", &DateFields::day_of_quarter},
                                                    {"dayOfWeek", &DateFields::weekday},
                                                    {"weekDay", &DateFields::weekday}}};
    for (const Component& component : components) {
        if (component.name == name) return fields_of(date).*component.field;
    }
    return {};
}

}  // namespace hearsay::engine::builtins
