// duration() of a map, a text or a duration.
#include "engine/query/functions/temporal/construct.hpp"

#include <algorithm>
#include <iterator>

#include "engine/query/functions/temporal/fields.hpp"
#include "graphs/values/temporal/durations.hpp"
#include "graphs/values/temporal/iso_text.hpp"

namespace hearsay::engine::temporal {
namespace {

using builtins::Arguments;
using graphs::Kind;
using graphs::Value;

struct Unit {
    std::string_view name;
    Wide Fractions::*part;
    std::int64_t factor;
};
constexpr Unit units[] = {{"years", &Fractions::months, 12},
                          {"quarters", &Fractions::months, 3},
                          {"months", &Fractions::months, 1},
                          {"weeks", &Fractions::days, 7},
                          {"days", &Fractions::days, 1},
                          {"hours", &Fractions::seconds, 3600},
                          {"minutes", &Fractions::seconds, 60},
                          {"seconds", &Fractions::seconds, 1},
                          {"milliseconds", &Fractions::nanoseconds, 1'000'000},
                          {"microseconds", &Fractions::nanoseconds, 1'000},
                          {"nanoseconds", &Fractions::nanoseconds, 1}};

std::optional<Wide> decimal_of(const Value& value) {
    if (value.kind() == Kind::Integer) return value.integer() * one;
    return decimal(value.floating());
}

Value from_fields(const Fields& fields) {
    if (fields.has_null()) return {};
    std::vector<std::string> names;
    for (const Unit& unit : units) names.emplace_back(unit.name);
    Fractions parts;
    for (const auto& [name, value] : fields.map()) {
        const Unit* unit = std::find_if(std::begin(units), std::end(units),
                                        [&name = name](const Unit& u) { return u.name == name; });
        if (unit == std::end(units)) {
            fields.fail("a Duration is not made from `" + name + "`", grammar::did_you_mean(name, names));
        }
        if (!value.is_number()) fields.fail_type(name, "a number");
        const auto number = decimal_of(value);
        if (!number || !accumulate(parts.*unit->part, *number, unit->factor))
            fields.fail("`" + name + "` does not fit into a duration");
    }
    if (fields.map().empty()) fields.fail("write at least one of years, months, days, hours, ...");
    const auto duration = duration_from(parts);
    if (!duration) fields.fail("the duration is too long");
    return *duration;
}

}  // namespace

Value construct_duration(const Arguments& arguments) {
    switch (arguments[0].kind()) {
        case Kind::Duration:
            return arguments[0];
        case Kind::Map:
            return from_fields(Fields(arguments, 0));
        case Kind::String: {
            const auto read = read_duration(arguments[0].string());
            if (!read) arguments.wrong_value(0, read.error().why);
            return *read;
        }
        default:
            arguments.wrong_type(0, "a String, a Map or a Duration");
    }
}

}  // namespace hearsay::engine::temporal
