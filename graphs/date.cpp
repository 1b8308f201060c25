// Dates as days since 1970-01-01. Source of the calendar arithmetic: Howard Hinnant, "chrono-compatible
// low-level date algorithms" (days_from_civil, civil_from_days).
#include <algorithm>
#include <cstdio>
#include <limits>
#include <optional>

#include "graphs/error.hpp"
#include "graphs/value.hpp"

namespace hearsay::graphs {
namespace {

constexpr std::int64_t days_in_era = 146097;  // 400 years
constexpr std::int64_t epoch_shift = 719468;  // from 0000-03-01 to 1970-01-01

std::int64_t days_from_civil(std::int64_t year, unsigned month, unsigned day) {
    year -= month <= 2;  // years begin in March, so that the leap day comes last
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_in_era + day_of_era - epoch_shift;
}

bool is_leap(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool exists(std::int64_t year, unsigned month, unsigned day) {
    constexpr unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return false;
    return day <= lengths[month - 1] + (month == 2 && is_leap(year) ? 1U : 0U);
}

// The number that `text` writes with digits alone.
std::optional<unsigned> digits(std::string_view text) {
    unsigned number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + static_cast<unsigned>(c - '0');
    }
    return number;
}

}  // namespace

std::string to_string(Date date) {
    // The shift is added to the days within an era, so that no number of days is too large for it.
    const auto floor_era = [](std::int64_t days) {
        return (days >= 0 ? days : days - (days_in_era - 1)) / days_in_era;
    };
    std::int64_t era = floor_era(std::max(date.days, std::numeric_limits<std::int64_t>::min() + days_in_era));
    std::int64_t day_of_era = date.days - era * days_in_era + epoch_shift;
    era += floor_era(day_of_era);
    day_of_era -= floor_era(day_of_era) * days_in_era;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
    const auto day = static_cast<unsigned>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
    const auto month = static_cast<unsigned>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    const auto year = static_cast<long long>(year_of_era + era * 400 + (month <= 2));

    // ISO 8601 writes a sign before a year that does not fit four digits.
    char text[48];
    const char* sign = year < 0 ? "-" : (year > 9999 ? "+" : "");
    std::snprintf(text, sizeof text, "%s%04lld-%02u-%02u", sign, year < 0 ? -year : year, month, day);
    return text;
}

Value parse_date(std::string_view text) {
    const bool dashed = text.size() > 4 && text[4] == '-';
    std::string_view month = "01", day = "01";
    if (text.size() == 10 && dashed && text[7] == '-') {
        month = text.substr(5, 2);
        day = text.substr(8);
    } else if (text.size() == 8 && !dashed) {
        month = text.substr(4, 2);
        day = text.substr(6);
    } else if (text.size() == 7 && dashed) {
        month = text.substr(5);
    } else if (text.size() != 4) {
        return {};
    }
    const auto y = digits(text.substr(0, 4)), m = digits(month), d = digits(day);
    if (!y || !m || !d || !exists(*y, *m, *d)) return {};
    return Date{days_from_civil(*y, *m, *d)};
}

Date date_from(int year, unsigned month, unsigned day) {
    HEARSAY_ASSERT(exists(year, month, day));
    return Date{days_from_civil(year, month, day)};
}

}  // namespace hearsay::graphs
