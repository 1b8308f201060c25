// date(), date.truncate() and timestamp().
#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>

#include "engine/query/functions/dates.hpp"
#include "engine/query/functions/families.hpp"

namespace hearsay::engine::builtins {
namespace {

using graphs::Date;
using graphs::Kind;
using graphs::Map;

constexpr std::string_view component_names[] = {"date",      "year",    "month",        "day",       "week",
                                                "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay"};

std::optional<std::int64_t> component(const Arguments& arguments, std::size_t i, const Map& map,
                                      std::string_view name) {
    const auto found = map.find(name);
    if (found == map.end()) return std::nullopt;
    if (found->second.kind() != Kind::Integer) {
        arguments.wrong_value(i, "`" + std::string(name) + "` is not an Integer", "TypeError",
                              "InvalidArgumentType");
    }
    return found->second.integer();
}

// A date from its components; what is not given is taken from `base`, or is the first one if there is no
// base.
Value from_components(const Arguments& arguments, std::size_t i, const Map& map, std::optional<Date> base) {
    for (const auto& [name, value] : map) {
        if (std::find(std::begin(component_names), std::end(component_names), name) ==
            std::end(component_names)) {
            arguments.wrong_value(i, "a date has no component `" + name + "`");
        }
    }
    const auto get = [&](std::string_view name) { return component(arguments, i, map, name); };
    std::optional<DateFields> known;
    if (base) known = fields_of(*base);
    const auto year = get("year");
    if (!year && !known) arguments.wrong_value(i, "the `year` is missing");
    std::optional<Date> date;
    if (const auto week = get("week"); week || get("dayOfWeek")) {
        if (!week && !known) arguments.wrong_value(i, "the `week` is missing");
        date = from_week(year ? *year : known->week_year, week ? *week : known->week,
                         get("dayOfWeek").value_or(known ? known->weekday : 1));
    } else if (const auto ordinal = get("ordinalDay")) {
        date = from_ordinal(year ? *year : known->year, *ordinal);
    } else if (const auto quarter = get("quarter"), of_quarter = get("dayOfQuarter");
               of_quarter || (quarter && !known)) {
        if (!quarter && !known) arguments.wrong_value(i, "the `quarter` is missing");
        date = from_quarter(year ? *year : known->year, quarter ? *quarter : known->quarter,
                            of_quarter.value_or(1));
    } else {
        const std::int64_t in_year = year ? *year : known->year;
        std::int64_t month = get("month").value_or(known ? known->month : 1);
        if (quarter)
            month = (*quarter - 1) * 3 + (known->month - 1) % 3 + 1;  // the same month of another quarter
        const bool exists = month >= 1 && month <= 12 && in_year >= -9999 && in_year <= 9999;
        const std::int64_t kept = known ? known->day : 1;
        date = from_month(in_year, month,
                          get("day").value_or(exists ? std::min(kept, days_in_month(in_year, month)) : kept));
    }
    if (!date) arguments.wrong_value(i, "there is no such day");
    return *date;
}

Value from_map(const Arguments& arguments, const Map& map) {
    std::optional<Date> base;
    if (const auto found = map.find("date"); found != map.end()) {
        if (found->second.kind() != Kind::Date) {
            arguments.wrong_value(0, "`date` is not a Date", "TypeError", "InvalidArgumentType");
        }
        base = found->second.date();
    }
    return from_components(arguments, 0, map, base);
}

std::int64_t floor_to(std::int64_t year, std::int64_t unit) {
    return year - ((year % unit) + unit) % unit;
}

std::optional<Date> truncated(const DateFields& f, std::string_view unit) {
    if (unit == "millennium") return from_month(floor_to(f.year, 1000), 1, 1);
    if (unit == "century") return from_month(floor_to(f.year, 100), 1, 1);
    if (unit == "decade") return from_month(floor_to(f.year, 10), 1, 1);
    if (unit == "year") return from_month(f.year, 1, 1);
    if (unit == "weekYear") return from_week(f.week_year, 1, 1);
    if (unit == "quarter") return from_quarter(f.year, f.quarter, 1);
    if (unit == "month") return from_month(f.year, f.month, 1);
    if (unit == "week") return from_week(f.week_year, f.week, 1);
    if (unit == "day") return from_month(f.year, f.month, f.day);
    return std::nullopt;
}

}  // namespace

Value today(const Arguments&) {
    return Date{
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count()};
}

Value date(const Arguments& arguments) {
    if (arguments.size() == 0) return today(arguments);
    switch (arguments[0].kind()) {
        case Kind::Date:
            return arguments[0];
        case Kind::Map:
            return from_map(arguments, arguments[0].map());
        case Kind::String: {
            const std::optional<Date> day = date_from_text(arguments[0].string());
            if (!day)
                arguments.wrong_value(0, "`" + arguments[0].string() + "` is no date: write 2031-05-17");
            return *day;
        }
        default:
            arguments.wrong_type(0, "a String, a Map or a Date");
    }
}

Value date_truncate(const Arguments& arguments) {
    const std::string& unit = arguments.string(0);
    if (arguments[1].kind() != Kind::Date) arguments.wrong_type(1, "a Date");
    const std::optional<Date> begin = truncated(fields_of(arguments[1].date()), unit);
    if (!begin) {
        arguments.wrong_value(
            0, "the unit is one of millennium, century, decade, year, weekYear, quarter, month, week, day");
    }
    if (arguments.size() == 2) return *begin;
    if (arguments[2].kind() != Kind::Map) arguments.wrong_type(2, "a Map");
    return from_components(arguments, 2, arguments[2].map(), begin);
}

Value timestamp(const Arguments&) {
    using std::chrono::milliseconds;
    return static_cast<std::int64_t>(
        std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch())
            .count());
}

}  // namespace hearsay::engine::builtins
