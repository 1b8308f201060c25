#include "engine/query/functions/temporal/fields.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/query/expressions/error.hpp"
#include "engine/query/functions/temporal/unreadable_text.hpp"
#include "engine/query/temporal/parts.hpp"
#include "graphs/values/temporal/calendar.hpp"

namespace hearsay::engine::temporal {
namespace {

using graphs::Date;
using graphs::Kind;
using graphs::LocalTime;
using graphs::Value;

constexpr std::string_view of_dates[] = {"year",      "month",   "day",          "week",
                                         "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay"};
constexpr std::string_view of_times[] = {"hour",        "minute",      "second",
                                         "millisecond", "microsecond", "nanosecond"};

std::vector<std::string> known_names(Kind kind, bool selects) {
    std::vector<std::string> names;
    if (has_date(kind)) names.insert(names.end(), std::begin(of_dates), std::end(of_dates));
    if (has_time(kind)) names.insert(names.end(), std::begin(of_times), std::end(of_times));
    if (has_zone(kind)) names.emplace_back("timezone");
    if (selects && has_date(kind)) names.emplace_back("date");
    if (selects && has_time(kind)) names.emplace_back("time");
    if (selects && has_date(kind) && has_time(kind)) names.emplace_back("datetime");
    if (selects && kind == Kind::DateTime) names.insert(names.end(), {"epochSeconds", "epochMillis"});
    return names;
}

std::string quoted(std::string_view name) {
    return "`" + std::string(name) + "`";
}

// A part of a second: given, or 0; `most` while there is no greater part beside it.
struct Fraction {
    std::int64_t nanoseconds = 0;
    bool given = false;
};
Fraction fraction_of_second(const Fields& fields, bool millisecond_kept, bool microsecond_kept) {
    const auto milli = fields.integer("millisecond", 0, 999);
    const bool in_milli = milli || millisecond_kept;
    const auto micro = fields.integer("microsecond", 0, in_milli ? 999 : 999'999);
    const bool in_micro = micro || microsecond_kept;
    const auto nano = fields.integer("nanosecond", 0, in_micro ? 999 : in_milli ? 999'999 : 999'999'999);
    return {milli.value_or(0) * 1'000'000 + micro.value_or(0) * 1'000 + nano.value_or(0),
            milli || micro || nano};
}

}  // namespace

bool Fields::has_null() const {
    return std::any_of(map_.begin(), map_.end(), [](const auto& entry) { return entry.second.is_null(); });
}

const Value* Fields::find(std::string_view name) const {
    const auto found = map_.find(name);
    return found == map_.end() ? nullptr : &found->second;
}

std::optional<std::int64_t> Fields::integer(std::string_view name) const {
    const Value* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (value->kind() != Kind::Integer) fail_type(name, "an Integer");
    return value->integer();
}

std::optional<std::int64_t> Fields::integer(std::string_view name, std::int64_t least,
                                            std::int64_t most) const {
    const auto value = integer(name);
    if (value && (*value < least || *value > most)) {
        fail(quoted(name) + " goes from " + std::to_string(least) + " to " + std::to_string(most) +
             ", but is " + std::to_string(*value));
    }
    return value;
}

std::optional<Zone> Fields::zone() const {
    const Value* value = find("timezone");
    if (value == nullptr) return std::nullopt;
    if (value->kind() != Kind::String) fail_type("timezone", "a String");
    auto zone = zone_called(value->string());
    if (!zone) fail(text_of(zone.error()));
    return *zone;
}

void Fields::check_names(Kind kind, bool selects) const {
    const std::vector<std::string> known = known_names(kind, selects);
    for (const auto& entry : map_) {
        const std::string& name = entry.first;
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const std::string near = grammar::nearest(name, known);
        fail("a " + std::string(graphs::kind_name(kind)) + " is not made from " + quoted(name),
             near.empty() ? "" : "did you mean " + quoted(near) + "?");
    }
}

void Fields::fail(std::string_view problem, std::string_view suggestion) const {
    expressions::fail(arguments_.site().arguments[index_],
                      arguments_.site().name + "(): " + std::string(problem), "ArgumentError",
                      "InvalidArgumentValue", std::string(suggestion));
}
void Fields::fail_type(std::string_view name, std::string_view wanted) const {
    arguments_.wrong_value(index_, quoted(name) + " is not " + std::string(wanted), "TypeError",
                           "InvalidArgumentType");
}

Date date_from(const Fields& fields, std::optional<Date> base) {
    const auto year = fields.integer("year", -furthest_year, furthest_year);
    const auto month = fields.integer("month", 1, 12), day = fields.integer("day", 1, 31);
    const auto week = fields.integer("week", 1, 53), weekday = fields.integer("dayOfWeek", 1, 7);
    const auto quarter = fields.integer("quarter", 1, 4);
    const auto day_of_quarter = fields.integer("dayOfQuarter", 1, 92);
    const auto ordinal = fields.integer("ordinalDay", 1, 366);
    const bool by_month = month || day, by_week = week || weekday, by_quarter = quarter || day_of_quarter;
    if (by_month + by_week + by_quarter + ordinal.has_value() > 1)
        fields.fail("a day is told by month, by week, by quarter or by day of the year, not by two of them");
    if (!base) {
        const auto require = [&](bool there, std::string_view name) {
            if (!there) fields.fail("the " + quoted(name) + " is missing");
        };
        require(year.has_value(), "year");
        if (by_month) require(month.has_value(), "month");
        if (by_week) require(week.has_value(), "week");
        if (by_quarter) require(quarter.has_value(), "quarter");
    } else if (!year && !by_month && !by_week && !by_quarter && !ordinal) {
        return *base;
    }

    const bool known = base.has_value();
    const DateFields from = fields_of(base.value_or(Date{}));
    const std::int64_t in_year = year.value_or(from.year);
    std::optional<Date> date;
    if (by_week) {
        date = from_week(year.value_or(from.week_year), week.value_or(from.week),
                         weekday.value_or(known ? from.weekday : 1));
    } else if (ordinal) {
        date = from_ordinal(in_year, *ordinal);
    } else if (day_of_quarter || (quarter && !known)) {
        date = from_quarter(in_year, quarter.value_or(from.quarter), day_of_quarter.value_or(1));
    } else {
        std::int64_t in_month = month.value_or(known ? from.month : 1);
        if (quarter) in_month = *quarter * 3 - 2 + (from.month - 1) % 3;  // the same month of another quarter
        const std::int64_t kept = known ? std::min(from.day, days_in_month(in_year, in_month)) : 1;
        date = from_month(in_year, in_month, day.value_or(kept));
    }
    if (!date) fields.fail("there is no such day");
    return *date;
}

LocalTime time_from(const Fields& fields, std::optional<LocalTime> base, int kept) {
    const auto hour = fields.integer("hour", 0, 23), minute = fields.integer("minute", 0, 59);
    const auto second = fields.integer("second", 0, 59);
    const bool millisecond_kept = kept >= 3 && !fields.has("millisecond");
    const bool microsecond_kept = kept >= 6 && millisecond_kept && !fields.has("microsecond");
    const Fraction fraction = fraction_of_second(fields, millisecond_kept, microsecond_kept);
    if (!base) {
        const auto require = [&](bool there, std::string_view name) {
            if (!there) fields.fail("the " + quoted(name) + " is missing");
        };
        if (minute || second || fraction.given) require(hour.has_value(), "hour");
        if (second || fraction.given) require(minute.has_value(), "minute");
        if (fraction.given) require(second.has_value(), "second");
    }
    const std::int64_t whole = base ? base->nanoseconds / graphs::nanoseconds_per_second : 0;
    std::int64_t nanoseconds = base ? base->nanoseconds % graphs::nanoseconds_per_second : 0;
    if (fraction.given) {
        const std::int64_t left = microsecond_kept   ? 1'000
                                  : millisecond_kept ? 1'000'000
                                                     : graphs::nanoseconds_per_second;
        nanoseconds = nanoseconds / left * left + fraction.nanoseconds;
    }
    const std::int64_t seconds = (hour.value_or(whole / 3600) * 60 + minute.value_or(whole / 60 % 60)) * 60 +
                                 second.value_or(whole % 60);
    return LocalTime{seconds * graphs::nanoseconds_per_second + nanoseconds};
}

}  // namespace hearsay::engine::temporal
