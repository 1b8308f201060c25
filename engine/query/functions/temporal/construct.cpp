#include "engine/query/functions/temporal/construct.hpp"

#include "engine/query/functions/temporal/clocks.hpp"
#include "engine/query/functions/temporal/fields.hpp"
#include "engine/query/functions/temporal/unreadable_text.hpp"
#include "engine/query/temporal/parts.hpp"
#include "graphs/values/temporal/calendar.hpp"
#include "graphs/values/temporal/iso_text.hpp"

namespace hearsay::engine::temporal {
namespace {

using builtins::Arguments;
using graphs::Kind;
using graphs::LocalTime;
using graphs::Value;

// A temporal value in `date:`, `time:` or `datetime:`, of a kind that `says` what is asked of it.
const Value* selected(const Fields& fields, std::string_view name, bool (*says)(Kind),
                      std::string_view wanted) {
    const Value* value = fields.find(name);
    if (value != nullptr && !says(value->kind())) fields.fail_type(name, wanted);
    return value;
}

Parts selected_parts(const Fields& fields) {
    const auto both = [](Kind kind) { return has_date(kind) && has_time(kind); };
    if (const Value* other = selected(fields, "datetime", both, "a LocalDateTime or a DateTime")) {
        if (fields.has("date") || fields.has("time"))
            fields.fail("`datetime` says what `date` and `time` would: give one or the other");
        return parts_of(*other);
    }
    Parts parts;
    if (const Value* other = selected(fields, "time", has_time, "a temporal value with a time")) {
        parts = parts_of(*other);
        parts.date.reset();
    }
    if (const Value* other = selected(fields, "date", has_date, "a temporal value with a date"))
        parts.date = parts_of(*other).date;
    return parts;
}

Value from_epoch_fields(const Fields& fields) {
    for (const auto& entry : fields.map()) {
        const std::string& name = entry.first;
        if (name != "epochSeconds" && name != "epochMillis" && name != "timezone" && name != "millisecond" &&
            name != "microsecond" && name != "nanosecond")
            fields.fail("an instant since 1970 has no `" + name + "`");
    }
    if (fields.has("epochSeconds") == fields.has("epochMillis"))
        fields.fail("give `epochSeconds` or `epochMillis`, not both");
    const auto millis = fields.integer("epochMillis");
    const std::int64_t seconds = millis ? floor_divide(*millis, 1000) : *fields.integer("epochSeconds");
    const LocalTime base{millis ? remainder(*millis, 1000) * 1'000'000 : 0};
    if (millis && fields.has("millisecond")) fields.fail("`epochMillis` says the `millisecond` already");
    const LocalTime fraction = time_from(fields, base, millis ? 3 : 0);
    const auto moment = at_instant(seconds, static_cast<std::int32_t>(fraction.nanoseconds),
                                   fields.zone().value_or(Zone::at(0)));
    if (!moment) fields.fail("the instant lies outside of the years -999999999 to 999999999");
    return *moment;
}

// Where the time comes with a zone of its own, `timezone` asks what the clocks of another zone show then.
std::optional<Value> in_zone(Kind kind, const Parts& parts, const Zone& zone) {
    if (kind == Kind::Time) {
        const std::int64_t east = *zone.offset - parts.zone->offset.value_or(0);
        constexpr std::int64_t day = graphs::nanoseconds_per_day;
        return graphs::Time{remainder(parts.time->nanoseconds + east * graphs::nanoseconds_per_second, day),
                            *zone.offset};
    }
    const graphs::DateTime moment = at_local(join(*parts.date, *parts.time), *parts.zone);
    const auto there = at_instant(moment.seconds, moment.nanoseconds, zone);
    if (!there) return std::nullopt;
    return *there;
}

Value from_fields(Kind kind, const Fields& fields, const QueryContext& context) {
    if (fields.has_null()) return {};
    if (fields.map().size() == 1 && fields.has("timezone")) return now(kind, context.begun, *fields.zone());
    fields.check_names(kind, true);
    if (fields.has("epochSeconds") || fields.has("epochMillis")) return from_epoch_fields(fields);

    Parts parts = selected_parts(fields);
    if (has_date(kind)) parts.date = date_from(fields, parts.date);
    if (has_time(kind)) {
        if (!has_date(kind) && !parts.time && !fields.has("hour")) fields.fail("the `hour` is missing");
        parts.time = time_from(fields, parts.time);
    }
    auto zone = has_zone(kind) ? fields.zone() : std::nullopt;
    // A time has an offset only: that of the zone today.
    if (zone && kind == Kind::Time) zone = Zone::at(offset_at(*zone, statement_seconds(context)));
    const bool moves = zone && parts.zone;
    if (zone && !moves) parts.zone = zone;
    auto value = moves ? in_zone(kind, parts, *zone) : value_of(kind, parts);
    if (!value) fields.fail("the result lies outside of the years -999999999 to 999999999");
    return std::move(*value);
}

template <class T>
Value read_or_fail(Read<T> read, const Arguments& arguments) {
    if (!read) arguments.wrong_value(0, text_of(read.error()));
    return std::move(*read);
}

Value from_text(Kind kind, const Arguments& arguments) {
    const std::string_view text = arguments[0].string();
    switch (kind) {
        case Kind::Date:
            return read_or_fail(read_date(text), arguments);
        case Kind::LocalTime:
            return read_or_fail(read_local_time(text), arguments);
        case Kind::Time:
            return read_or_fail(read_time(text), arguments);
        case Kind::LocalDateTime:
            return read_or_fail(read_local_date_time(text), arguments);
        default:
            return read_or_fail(read_date_time(text), arguments);
    }
}

std::string_view sources_of(Kind kind) {
    switch (kind) {
        case Kind::Date:
            return "a String, a Map, a Date, a LocalDateTime or a DateTime";
        case Kind::LocalDateTime:
        case Kind::DateTime:
            return "a String, a Map, a DateTime, a LocalDateTime or a Date";
        default:
            return "a String, a Map, or a temporal value with a time";
    }
}

}  // namespace

Value construct(Kind kind, const Arguments& arguments) {
    const Value& from = arguments[0];
    if (from.kind() == Kind::Map) return from_fields(kind, Fields(arguments, 0), arguments.context());
    if (from.kind() == Kind::String) return from_text(kind, arguments);
    const bool says = has_date(kind) ? has_date(from.kind()) : has_time(from.kind());
    if (!is_point(from) || !says) arguments.wrong_type(0, sources_of(kind));
    if (from.kind() == kind) return from;
    return *value_of(kind, parts_of(from));
}

Value from_epoch(const Arguments& arguments) {
    const std::int64_t seconds = arguments.integer(0);
    const std::int64_t nanoseconds = arguments.size() > 1 ? arguments.integer(1) : 0;
    const auto fraction = static_cast<std::int32_t>(remainder(nanoseconds, graphs::nanoseconds_per_second));
    const auto sum =
        add_seconds({seconds, fraction}, floor_divide(nanoseconds, graphs::nanoseconds_per_second), 0);
    const auto moment = sum ? at_instant(sum->seconds, sum->nanoseconds, Zone::at(0)) : std::nullopt;
    if (!moment) arguments.wrong_value(0, "the instant lies outside of the years -999999999 to 999999999");
    return *moment;
}

Value from_epoch_millis(const Arguments& arguments) {
    const std::int64_t milliseconds = arguments.integer(0);
    return graphs::DateTime{floor_divide(milliseconds, 1000),
                            static_cast<std::int32_t>(remainder(milliseconds, 1000) * 1'000'000),
                            0,
                            {}};
}

}  // namespace hearsay::engine::temporal
