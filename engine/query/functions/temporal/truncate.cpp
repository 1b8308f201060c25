#include "engine/query/functions/temporal/truncate.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "engine/query/functions/temporal/clocks.hpp"
#include "engine/query/functions/temporal/fields.hpp"
#include "engine/query/temporal/parts.hpp"
#include "graphs/values/temporal/calendar.hpp"

namespace hearsay::engine::temporal {
namespace {

using builtins::Arguments;
using graphs::Date;
using graphs::Kind;
using graphs::LocalTime;
using graphs::Value;

std::optional<Date> begin_of_years(const DateFields& f, std::int64_t count) {
    return from_month(f.year - remainder(f.year, count), 1, 1);
}

struct DateUnit {
    std::string_view name;
    std::optional<Date> (*begin)(const DateFields&);
};
constexpr DateUnit date_units[] = {
    {"millennium", [](const DateFields& f) { return begin_of_years(f, 1000); }},
    {"century", [](const DateFields& f) { return begin_of_years(f, 100); }},
    {"decade", [](const DateFields& f) { return begin_of_years(f, 10); }},
    {"year", [](const DateFields& f) { return from_month(f.year, 1, 1); }},
    {"weekYear", [](const DateFields& f) { return from_week(f.week_year, 1, 1); }},
    {"quarter", [](const DateFields& f) { return from_quarter(f.year, f.quarter, 1); }},
    {"month", [](const DateFields& f) { return from_month(f.year, f.month, 1); }},
    {"week", [](const DateFields& f) { return from_week(f.week_year, f.week, 1); }},
    {"day", [](const DateFields& f) { return from_month(f.year, f.month, f.day); }}};

struct TimeUnit {
    std::string_view name;
    std::int64_t nanoseconds;
    int digits;  // of a fraction of a second that are kept
};
constexpr TimeUnit time_units[] = {{"day", graphs::nanoseconds_per_day, 0},
                                   {"hour", 3600 * graphs::nanoseconds_per_second, 0},
                                   {"minute", 60 * graphs::nanoseconds_per_second, 0},
                                   {"second", graphs::nanoseconds_per_second, 0},
                                   {"millisecond", 1'000'000, 3},
                                   {"microsecond", 1'000, 6}};

template <class Unit, std::size_t count>
const Unit* find_unit(const Unit (&units)[count], std::string_view name) {
    const Unit* found =
        std::find_if(std::begin(units), std::end(units), [name](const Unit& u) { return u.name == name; });
    return found == std::end(units) ? nullptr : found;
}

[[noreturn]] void fail_unit(Kind kind, const Arguments& arguments) {
    std::string names;
    const auto add = [&names](std::string_view name) {
        names.append(names.empty() ? "" : ", ").append(name);
    };
    if (has_date(kind)) {
        for (const DateUnit& unit : date_units) add(unit.name);
    }
    if (has_time(kind)) {
        for (const TimeUnit& unit : time_units) {
            if (unit.name != "day" || !has_date(kind)) add(unit.name);
        }
    }
    arguments.wrong_value(
        0, "`" + std::string(arguments[0].string()) + "` is no unit here; the units are " + names);
}

}  // namespace

Value truncate(Kind kind, const Arguments& arguments) {
    const std::string_view unit = arguments.string(0);
    const DateUnit* date_unit = has_date(kind) ? find_unit(date_units, unit) : nullptr;
    const TimeUnit* time_unit = has_time(kind) && !date_unit ? find_unit(time_units, unit) : nullptr;
    if (!date_unit && !time_unit) fail_unit(kind, arguments);

    const Value value =
        arguments.size() > 1 ? arguments[1] : now(kind, arguments.context().begun, Zone::at(0));
    if (has_date(kind) ? !has_date(value.kind()) : !has_time(value.kind())) {
        arguments.wrong_type(
            1, has_date(kind) ? "a Date, a LocalDateTime or a DateTime" : "a temporal value with a time");
    }
    Parts parts = parts_of(value);
    if (date_unit) {
        parts.date = date_unit->begin(fields_of(*parts.date));
        if (!parts.date) arguments.wrong_value(1, "the begin lies before the year -999999999");
        parts.time = LocalTime{};
    } else {
        const std::int64_t time = parts.time.value_or(LocalTime{}).nanoseconds;
        parts.time = LocalTime{time - time % time_unit->nanoseconds};
    }
    if (arguments.size() > 2) {
        if (arguments[2].kind() != Kind::Map) arguments.wrong_type(2, "a Map");
        const Fields fields(arguments, 2);
        if (fields.has_null()) return {};
        fields.check_names(kind, false);
        if (has_date(kind)) parts.date = date_from(fields, parts.date);
        if (has_time(kind)) parts.time = time_from(fields, parts.time, time_unit ? time_unit->digits : 0);
        if (auto zone = has_zone(kind) ? fields.zone() : std::nullopt) {
            if (kind == Kind::Time) zone = Zone::at(offset_at(*zone, statement_seconds(arguments.context())));
            parts.zone = zone;
        }
    }
    const auto result = value_of(kind, parts);
    if (!result) arguments.wrong_value(1, "the result lies outside of the years -999999999 to 999999999");
    return *result;
}

}  // namespace hearsay::engine::temporal
