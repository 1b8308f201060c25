// Source of the calendar arithmetic: Howard Hinnant, "chrono-compatible low-level date algorithms"
// (days_from_civil, civil_from_days).
#include "graphs/values/temporal/temporal.hpp"

#include <algorithm>
#include <cstdio>
#include <limits>

#include "graphs/error.hpp"

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

std::int64_t floor_divide(std::int64_t number, std::int64_t by) {
    return number / by - (number % by < 0 ? 1 : 0);
}

std::string two_digits(std::int64_t number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

// ".5" for half a second; empty for nothing.
std::string fraction(std::int64_t nanoseconds) {
    if (nanoseconds == 0) return {};
    std::string digits = std::to_string(nanoseconds_per_second + nanoseconds);
    digits[0] = '.';
    return digits.substr(0, digits.find_last_not_of('0') + 1);
}

std::string clock_text(std::int64_t second_of_day, std::int64_t nanoseconds) {
    std::string text = two_digits(second_of_day / 3600) + ":" + two_digits(second_of_day / 60 % 60);
    if (second_of_day % 60 != 0 || nanoseconds != 0)
        text += ":" + two_digits(second_of_day % 60) + fraction(nanoseconds);
    return text;
}

std::string offset_text(std::int32_t offset) {
    if (offset == 0) return "Z";
    const std::int32_t size = offset < 0 ? -offset : offset;
    std::string text = (offset < 0 ? "-" : "+") + two_digits(size / 3600) + ":" + two_digits(size / 60 % 60);
    if (size % 60 != 0) text += ":" + two_digits(size % 60);
    return text;
}

// `seconds` since 1970, seen at an offset; the sum itself might not fit.
std::string day_and_clock_text(std::int64_t seconds, std::int32_t offset, std::int32_t nanoseconds) {
    const std::int64_t day = floor_divide(seconds, seconds_per_day);
    const std::int64_t of_day = seconds % seconds_per_day;
    const std::int64_t second = of_day + (of_day < 0 ? seconds_per_day : 0) + offset;
    const std::int64_t carried = floor_divide(second, seconds_per_day);
    return to_string(Date{day + carried}) + "T" + clock_text(second - carried * seconds_per_day, nanoseconds);
}

bool is_nanosecond(std::int64_t nanoseconds) {
    return nanoseconds >= 0 && nanoseconds < nanoseconds_per_second;
}
bool is_offset(std::int32_t offset) {
    return offset >= -furthest_offset && offset <= furthest_offset;
}

}  // namespace

bool is_valid(LocalTime time) {
    return time.nanoseconds >= 0 && time.nanoseconds < nanoseconds_per_day;
}
bool is_valid(Time time) {
    return is_valid(LocalTime{time.nanoseconds}) && is_offset(time.offset);
}
bool is_valid(LocalDateTime time) {
    return is_nanosecond(time.nanoseconds);
}
bool is_valid(const DateTime& time) {
    const auto of_name = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' ||
               c == '_' || c == '-' || c == '+';
    };
    return is_nanosecond(time.nanoseconds) && is_offset(time.offset) &&
           time.zone.size() <= longest_zone_name && std::all_of(time.zone.begin(), time.zone.end(), of_name);
}
bool is_valid(const Duration& duration) {
    return is_nanosecond(duration.nanoseconds);
}

std::string to_string(Date date) {
    // The shift is added to the days within an era, so that no number of days is too large for it.
    const auto floor_era = [](std::int64_t days) { return floor_divide(days, days_in_era); };
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

std::string to_string(LocalTime time) {
    return clock_text(time.nanoseconds / nanoseconds_per_second, time.nanoseconds % nanoseconds_per_second);
}

std::string to_string(Time time) {
    return to_string(LocalTime{time.nanoseconds}) + offset_text(time.offset);
}

std::string to_string(LocalDateTime time) {
    return day_and_clock_text(time.seconds, 0, time.nanoseconds);
}

std::string to_string(const DateTime& time) {
    std::string text =
        day_and_clock_text(time.seconds, time.offset, time.nanoseconds) + offset_text(time.offset);
    if (!time.zone.empty()) text += "[" + time.zone + "]";
    return text;
}

std::string to_string(const Duration& duration) {
    std::string text = "P";
    const auto part = [&text](std::int64_t number, char unit) {
        if (number != 0) text += std::to_string(number) + unit;
    };
    part(duration.months / 12, 'Y');
    part(duration.months % 12, 'M');
    part(duration.days, 'D');

    // Each part of the time has the sign of the whole: -1 s and 5 * 10^8 ns are -0.5 s.
    const bool borrowed = duration.seconds < 0 && duration.nanoseconds > 0;
    const std::int64_t seconds = duration.seconds + (borrowed ? 1 : 0);
    const std::int64_t nanoseconds =
        borrowed ? nanoseconds_per_second - duration.nanoseconds : duration.nanoseconds;
    const std::string days = text;
    text += 'T';
    part(seconds / 3600, 'H');
    part(seconds / 60 % 60, 'M');
    if (seconds % 60 != 0 || nanoseconds != 0) {
        const std::int64_t whole = seconds % 60;
        text +=
            (borrowed ? "-" : "") + std::to_string(borrowed ? -whole : whole) + fraction(nanoseconds) + 'S';
    }
    if (text.back() == 'T') text = days;
    return text == "P" ? "PT0S" : text;
}

Date date_from(int year, unsigned month, unsigned day) {
    HEARSAY_ASSERT(exists(year, month, day));
    return Date{days_from_civil(year, month, day)};
}

}  // namespace hearsay::graphs
