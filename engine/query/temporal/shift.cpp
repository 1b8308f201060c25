#include "engine/query/temporal/shift.hpp"

#include "engine/query/temporal/parts.hpp"
#include "graphs/values/temporal/calendar.hpp"
#include "graphs/values/temporal/durations.hpp"

namespace hearsay::engine::temporal {
namespace {

using graphs::Date;
using graphs::DateTime;
using graphs::Duration;
using graphs::Kind;
using graphs::LocalDateTime;
using graphs::LocalTime;
using graphs::Value;

std::optional<Date> shift_date(Date date, const Duration& by) {
    const auto after_months = add_months(date, by.months);
    return after_months ? add_days(*after_months, by.days) : std::nullopt;
}

LocalTime shift_time(LocalTime time, const Duration& by) {
    constexpr std::int64_t day = graphs::nanoseconds_per_day;
    const std::int64_t seconds = by.seconds % graphs::seconds_per_day;
    return LocalTime{
        remainder(time.nanoseconds + seconds * graphs::nanoseconds_per_second + by.nanoseconds, day)};
}

std::optional<LocalDateTime> shift_local(LocalDateTime moment, const Duration& by) {
    const auto date = shift_date(date_of(moment), by);
    if (!date) return std::nullopt;
    const auto sum = add_seconds(join(*date, time_of(moment)), by.seconds, by.nanoseconds);
    return sum && in_range(*sum) ? sum : std::nullopt;
}

std::optional<DateTime> shift_instant(const DateTime& moment, const Duration& by) {
    const LocalDateTime local = local_of(moment);
    DateTime shifted = moment;
    if (by.months != 0 || by.days != 0) {
        const auto date = shift_date(date_of(local), by);
        if (!date) return std::nullopt;
        shifted = at_local(join(*date, time_of(local)), zone_of(moment));
    }
    const auto sum = add_seconds({shifted.seconds, shifted.nanoseconds}, by.seconds, by.nanoseconds);
    return sum ? at_instant(sum->seconds, sum->nanoseconds, zone_of(moment)) : std::nullopt;
}

template <class T>
std::optional<Value> as_value(std::optional<T> shifted) {
    if (!shifted) return std::nullopt;
    return Value(std::move(*shifted));
}

}  // namespace

std::optional<Value> shift(const Value& value, const Duration& by) {
    switch (value.kind()) {
        case Kind::Date: {
            const auto date = shift_date(value.date(), by);
            if (!date) return std::nullopt;
            return as_value(add_days(*date, time_of(by).first / graphs::seconds_per_day));
        }
        case Kind::LocalTime:
            return shift_time(value.local_time(), by);
        case Kind::Time:
            return graphs::Time{shift_time(LocalTime{value.time().nanoseconds}, by).nanoseconds,
                                value.time().offset};
        case Kind::LocalDateTime:
            return as_value(shift_local(value.local_date_time(), by));
        default:
            return as_value(shift_instant(value.date_time(), by));
    }
}

}  // namespace hearsay::engine::temporal
