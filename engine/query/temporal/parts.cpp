#include "engine/query/temporal/parts.hpp"

#include "graphs/error.hpp"
#include "graphs/values/temporal/calendar.hpp"

namespace hearsay::engine::temporal {

using graphs::Kind;
using graphs::LocalTime;
using graphs::Value;

bool has_date(Kind kind) {
    return kind == Kind::Date || kind == Kind::LocalDateTime || kind == Kind::DateTime;
}
bool has_time(Kind kind) {
    return kind == Kind::LocalTime || kind == Kind::Time || kind == Kind::LocalDateTime ||
           kind == Kind::DateTime;
}
bool has_zone(Kind kind) {
    return kind == Kind::Time || kind == Kind::DateTime;
}
bool is_point(const Value& value) {
    return has_date(value.kind()) || has_time(value.kind());
}

Parts parts_of(const Value& value) {
    switch (value.kind()) {
        case Kind::Date:
            return {value.date(), {}, {}};
        case Kind::LocalTime:
            return {{}, value.local_time(), {}};
        case Kind::Time:
            return {{}, LocalTime{value.time().nanoseconds}, Zone::at(value.time().offset)};
        case Kind::LocalDateTime:
            return {date_of(value.local_date_time()), time_of(value.local_date_time()), {}};
        default: {
            const auto local = local_of(value.date_time());
            return {date_of(local), time_of(local), zone_of(value.date_time())};
        }
    }
}

std::optional<Value> value_of(Kind kind, const Parts& parts) {
    HEARSAY_ASSERT(parts.date || !has_date(kind));
    const LocalTime time = parts.time.value_or(LocalTime{});
    const Zone zone = parts.zone.value_or(Zone::at(0));
    switch (kind) {
        case Kind::Date:
            return *parts.date;
        case Kind::LocalTime:
            return time;
        case Kind::Time:
            return graphs::Time{time.nanoseconds, zone.offset.value_or(0)};
        case Kind::LocalDateTime:
            return join(*parts.date, time);
        default: {
            const graphs::DateTime moment = at_local(join(*parts.date, time), zone);
            if (!in_range(local_of(moment))) return std::nullopt;
            return moment;
        }
    }
}

}  // namespace hearsay::engine::temporal
