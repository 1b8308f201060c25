// The entries of the five kinds of temporal points, which differ in little but their names.
#include "engine/query/functions/entry.hpp"
#include "engine/query/functions/temporal/clocks.hpp"
#include "engine/query/functions/temporal/construct.hpp"
#include "engine/query/functions/temporal/functions.hpp"
#include "engine/query/functions/temporal/truncate.hpp"
#include "engine/query/functions/temporal/unreadable_text.hpp"

namespace hearsay::engine::temporal {
namespace {

using builtins::Arguments;
using builtins::Function;
using builtins::scalar;
using builtins::varying;
using graphs::Kind;
using graphs::Value;

// The zone in `argument 0`: '+01:00', 'Europe/Paris' or {timezone: 'Europe/Paris'}; UTC if there is none.
std::optional<Zone> zone_of(const Arguments& arguments) {
    if (arguments.size() == 0) return Zone::at(0);
    const Value* name = &arguments[0];
    if (name->kind() == Kind::Map) {
        const auto found = name->map().find("timezone");
        if (found == name->map().end() || name->map().size() != 1)
            arguments.wrong_value(0, "write {timezone: 'Europe/Paris'}");
        name = &found->second;
        if (name->is_null()) return std::nullopt;
    }
    if (name->kind() != Kind::String) arguments.wrong_type(0, "the name of a time zone");
    const auto zone = zone_called(name->string());
    if (!zone) arguments.wrong_value(0, text_of(zone.error()));
    return *zone;
}

template <Kind kind>
Value of_statement(const Arguments& arguments) {
    const auto zone = zone_of(arguments);
    return zone ? now(kind, arguments.context().begun, *zone) : Value();
}
template <Kind kind>
Value of_real_time(const Arguments& arguments) {
    const auto zone = zone_of(arguments);
    return zone ? now(kind, std::chrono::system_clock::now(), *zone) : Value();
}
template <Kind kind>
Value constructed(const Arguments& arguments) {
    return arguments.size() == 0 ? of_statement<kind>(arguments) : construct(kind, arguments);
}
template <Kind kind>
Value truncated(const Arguments& arguments) {
    return truncate(kind, arguments);
}

Value timestamp(const Arguments& arguments) {
    using std::chrono::milliseconds;
    return std::int64_t{
        std::chrono::floor<milliseconds>(arguments.context().begun).time_since_epoch().count()};
}

struct Words {
    std::string name;     // of the function
    std::string type;     // in signatures
    std::string article;  // "a day"
    std::string sources;  // the types it is made from, and truncated from
    std::string example;
};

template <Kind kind>
void add(std::vector<Function>& table, const Words& w) {
    const std::string result = ") :: " + w.type;
    table.push_back(
        scalar(w.name + "(from = now :: STRING | MAP | " + w.sources + result,
               "Makes " + w.article + " from " + w.example + ", from another temporal value, or now (UTC).",
               constructed<kind>));
    const std::string zone = "(zone = UTC :: STRING | MAP" + result;
    table.push_back(scalar(w.name + ".transaction" + zone,
                           "Now, by the clock of the transaction: the same all through a statement.",
                           of_statement<kind>));
    table.push_back(scalar(w.name + ".statement" + zone,
                           "Now, by the clock of the statement: the same all through it.",
                           of_statement<kind>));
    table.push_back(
        varying(scalar(w.name + ".realtime" + zone, "Now, anew at each call.", of_real_time<kind>)));
    table.push_back(
        scalar(w.name + ".truncate(unit :: STRING, value = now :: " + w.sources + ", components = {} :: MAP" +
                   result,
               "The beginning of the " +
                   std::string(kind == Kind::LocalTime || kind == Kind::Time ? "'hour', 'minute', 'second'"
                                                                             : "'year', 'month', 'week'") +
                   ", ... that holds a moment; then with the components set.",
               truncated<kind>));
}

}  // namespace

std::vector<Function> instant_functions() {
    std::vector<Function> table;
    const std::string days = "DATE | LOCALDATETIME | DATETIME";
    const std::string times = "LOCALTIME | TIME | LOCALDATETIME | DATETIME";
    add<Kind::Date>(table,
                    {"date", "DATE", "a day", days, "'2031-05-17', from {year: 2031, month: 5, day: 17}"});
    add<Kind::LocalTime>(table, {"localtime", "LOCALTIME", "a time of day without a zone", times,
                                 "'21:40:32.5', from {hour: 21, minute: 40}"});
    add<Kind::Time>(table, {"time", "TIME", "a time of day at an offset from UTC", times,
                            "'21:40:32+01:00', from {hour: 21, timezone: '+01:00'}"});
    add<Kind::LocalDateTime>(table, {"localdatetime", "LOCALDATETIME", "a day and time without a zone", days,
                                     "'2031-05-17T21:40', from {year: 2031, ordinalDay: 137, hour: 21}"});
    add<Kind::DateTime>(table,
                        {"datetime", "DATETIME", "an instant in a time zone", days,
                         "'2031-05-17T21:40[Europe/Paris]', from {year: 2031, timezone: 'Europe/Paris'}"});
    table.push_back(scalar("datetime.fromEpoch(seconds :: INTEGER, nanoseconds = 0 :: INTEGER) :: DATETIME",
                           "The instant so many seconds after 1970-01-01T00:00Z.", from_epoch));
    table.push_back(scalar("datetime.fromEpochMillis(milliseconds :: INTEGER) :: DATETIME",
                           "The instant so many milliseconds after 1970-01-01T00:00Z.", from_epoch_millis));
    table.push_back(scalar("timestamp() :: INTEGER",
                           "Milliseconds since 1970-01-01T00:00Z, when the statement began.", timestamp));
    return table;
}

}  // namespace hearsay::engine::temporal
