#include "engine/query/temporal/components.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "engine/query/temporal/parts.hpp"
#include "graphs/values/temporal/calendar.hpp"
#include "graphs/values/temporal/durations.hpp"

namespace hearsay::engine::temporal {
namespace {

using graphs::Date;
using graphs::DateTime;
using graphs::Duration;
using graphs::LocalTime;
using graphs::Value;

template <class Whole, class Result>
struct Component {
    std::string_view name;
    Result (*of)(const Whole&);
};

constexpr Component<Date, std::int64_t> of_dates[] = {
    {"year", [](const Date& d) { return civil_of(d).year; }},
    {"quarter", [](const Date& d) { return fields_of(d).quarter; }},
    {"month", [](const Date& d) { return civil_of(d).month; }},
    {"week", [](const Date& d) { return fields_of(d).week; }},
    {"weekYear", [](const Date& d) { return fields_of(d).week_year; }},
    {"dayOfQuarter", [](const Date& d) { return fields_of(d).day_of_quarter; }},
    {"day", [](const Date& d) { return civil_of(d).day; }},
    {"ordinalDay", [](const Date& d) { return fields_of(d).ordinal_day; }},
    {"dayOfWeek", [](const Date& d) { return fields_of(d).weekday; }},
    {"weekDay", [](const Date& d) { return fields_of(d).weekday; }}};

constexpr Component<LocalTime, std::int64_t> of_times[] = {
    {"hour", [](const LocalTime& t) { return t.nanoseconds / 3'600'000'000'000; }},
    {"minute", [](const LocalTime& t) { return t.nanoseconds / 60'000'000'000 % 60; }},
    {"second", [](const LocalTime& t) { return t.nanoseconds / 1'000'000'000 % 60; }},
    {"millisecond", [](const LocalTime& t) { return t.nanoseconds % 1'000'000'000 / 1'000'000; }},
    {"microsecond", [](const LocalTime& t) { return t.nanoseconds % 1'000'000'000 / 1'000; }},
    {"nanosecond", [](const LocalTime& t) { return t.nanoseconds % 1'000'000'000; }}};

constexpr Component<Zone, Value> of_zones[] = {
    {"timezone", [](const Zone& z) { return Value(text_of(z)); }},
    {"offset", [](const Zone& z) { return Value(offset_text(z.offset.value_or(0))); }},
    {"offsetMinutes", [](const Zone& z) { return Value(std::int64_t{z.offset.value_or(0) / 60}); }},
    {"offsetSeconds", [](const Zone& z) { return Value(std::int64_t{z.offset.value_or(0)}); }}};

constexpr Component<DateTime, Wide> of_instants[] = {
    {"epochSeconds", [](const DateTime& t) { return Wide{t.seconds}; }},
    {"epochMillis", [](const DateTime& t) { return Wide{t.seconds} * 1000 + t.nanoseconds / 1'000'000; }}};

// All of them in a smaller unit, rounded down.
template <std::int64_t per_second>
Wide all(const Duration& d) {
    return Wide{d.seconds} * per_second + d.nanoseconds / (graphs::nanoseconds_per_second / per_second);
}
constexpr Component<Duration, Wide> of_durations[] = {
    {"years", [](const Duration& d) { return Wide{d.months / 12}; }},
    {"quarters", [](const Duration& d) { return Wide{d.months / 3}; }},
    {"months", [](const Duration& d) { return Wide{d.months}; }},
    {"weeks", [](const Duration& d) { return Wide{d.days / 7}; }},
    {"days", [](const Duration& d) { return Wide{d.days}; }},
    {"hours", [](const Duration& d) { return Wide{d.seconds / 3600}; }},
    {"minutes", [](const Duration& d) { return Wide{d.seconds / 60}; }},
    {"seconds", [](const Duration& d) { return Wide{d.seconds}; }},
    {"milliseconds", all<1'000>},
    {"microseconds", all<1'000'000>},
    {"nanoseconds", all<1'000'000'000>},
    {"quartersOfYear", [](const Duration& d) { return Wide{d.months / 3 % 4}; }},
    {"monthsOfYear", [](const Duration& d) { return Wide{d.months % 12}; }},
    {"monthsOfQuarter", [](const Duration& d) { return Wide{d.months % 3}; }},
    {"daysOfWeek", [](const Duration& d) { return Wide{d.days % 7}; }},
    {"minutesOfHour", [](const Duration& d) { return Wide{d.seconds / 60 % 60}; }},
    {"secondsOfMinute", [](const Duration& d) { return Wide{d.seconds % 60}; }},
    {"millisecondsOfSecond", [](const Duration& d) { return Wide{d.nanoseconds / 1'000'000}; }},
    {"microsecondsOfSecond", [](const Duration& d) { return Wide{d.nanoseconds / 1'000}; }},
    {"nanosecondsOfSecond", [](const Duration& d) { return Wide{d.nanoseconds}; }}};

template <class Table>
auto find(const Table& table, std::string_view name) {
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [name](const auto& component) { return component.name == name; });
    return found == std::end(table) ? nullptr : found;
}

std::optional<Value> if_it_fits(Wide number) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (number > most || number < -Wide{most}) return std::nullopt;
    return static_cast<std::int64_t>(number);
}

}  // namespace

std::optional<Value> component(const Value& value, std::string_view name) {
    if (value.kind() == graphs::Kind::Duration) {
        const auto* found = find(of_durations, name);
        return found == nullptr ? std::nullopt : if_it_fits(found->of(value.duration()));
    }
    const Parts parts = parts_of(value);
    if (parts.date) {
        if (const auto* found = find(of_dates, name)) return found->of(*parts.date);
    }
    if (parts.time) {
        if (const auto* found = find(of_times, name)) return found->of(*parts.time);
    }
    if (parts.zone) {
        if (const auto* found = find(of_zones, name)) return found->of(*parts.zone);
    }
    if (value.kind() == graphs::Kind::DateTime) {
        if (const auto* found = find(of_instants, name)) return if_it_fits(found->of(value.date_time()));
    }
    return std::nullopt;
}

std::optional<std::vector<std::int64_t>> date_component(const std::vector<std::int64_t>& days,
                                                        std::string_view name) {
    const auto* found = find(of_dates, name);
    if (found == nullptr) return std::nullopt;
    std::vector<std::int64_t> numbers;
    numbers.reserve(days.size());
    for (const std::int64_t day : days) numbers.push_back(found->of(Date{day}));
    return numbers;
}

std::vector<std::string> component_names(const Value& value) {
    std::vector<std::string> names;
    const auto add = [&names](const auto& table) {
        for (const auto& component : table) names.emplace_back(component.name);
    };
    if (value.kind() == graphs::Kind::Duration) {
        add(of_durations);
        return names;
    }
    const Parts parts = parts_of(value);
    if (parts.date) add(of_dates);
    if (parts.time) add(of_times);
    if (parts.zone) add(of_zones);
    if (value.kind() == graphs::Kind::DateTime) add(of_instants);
    return names;
}

}  // namespace hearsay::engine::temporal
