// After java.time's Temporal.until and Neo4j's rules for what is missing: days and months are counted by the
// clocks of the first value's zone, seconds from instant to instant.
#include "engine/query/temporal/between.hpp"

#include "engine/query/temporal/parts.hpp"
#include "graphs/values/temporal/calendar.hpp"

namespace hearsay::engine::temporal {
namespace {

using graphs::Date;
using graphs::DateTime;
using graphs::Duration;
using graphs::LocalDateTime;
using graphs::LocalTime;
using graphs::Value;

// Both as instants (or as if they were, where neither has a zone), and by the clocks of one zone.
struct Ends {
    DateTime from, to;
    LocalDateTime local_from, local_to;
    bool days = false;  // whether either says a day
};

// The other's zone is only its rules here, not the offset that it has there.
std::optional<Zone> rules_of(const std::optional<Zone>& zone) {
    if (!zone || zone->name.empty()) return zone;
    return Zone{zone->name, std::nullopt};
}

Ends ends_of(const Value& from_value, const Value& to_value) {
    Parts from = parts_of(from_value), to = parts_of(to_value);
    Ends ends;
    ends.days = from.date || to.date;
    if (!from.date) from.date = to.date;
    if (!to.date) to.date = from.date;
    if (!from.zone) from.zone = rules_of(to.zone);
    if (!to.zone) to.zone = rules_of(from.zone);
    const auto moment = [](const Parts& parts) {
        return at_local(join(parts.date.value_or(Date{}), parts.time.value_or(LocalTime{})),
                        parts.zone.value_or(Zone::at(0)));
    };
    ends.from = moment(from);
    ends.to = moment(to);
    ends.local_from = local_of(ends.from);
    const std::int32_t offset = offset_at(zone_of(ends.from), ends.to.seconds);
    ends.local_to = {ends.to.seconds + offset, ends.to.nanoseconds};
    return ends;
}

// Whole days: a last day that is not full does not count.
std::int64_t days_between(LocalDateTime from, LocalDateTime to) {
    const std::int64_t days = date_of(to).days - date_of(from).days;
    if (days > 0 && time_of(to) < time_of(from)) return days - 1;
    if (days < 0 && time_of(to) > time_of(from)) return days + 1;
    return days;
}

std::int64_t months_between(LocalDateTime from, LocalDateTime to) {
    const DateFields a = fields_of(date_of(from));
    const DateFields b = fields_of(Date{date_of(from).days + days_between(from, to)});
    const std::int64_t months = (b.year - a.year) * 12 + b.month - a.month;
    if (months > 0 && b.day < a.day) return months - 1;
    if (months < 0 && b.day > a.day) return months + 1;
    return months;
}

Duration seconds_between(const DateTime& from, const DateTime& to) {
    const std::int64_t nanoseconds = std::int64_t{to.nanoseconds} - from.nanoseconds;
    return {0, 0, to.seconds - from.seconds - (nanoseconds < 0 ? 1 : 0),
            static_cast<std::int32_t>(remainder(nanoseconds, graphs::nanoseconds_per_second))};
}

}  // namespace

Duration between(const Value& from, const Value& to) {
    const Ends ends = ends_of(from, to);
    if (!has_date(from.kind()) || !has_date(to.kind())) return seconds_between(ends.from, ends.to);
    const Zone zone = zone_of(ends.from);
    const auto step = [&zone](Date date, LocalDateTime time) {
        return at_local(join(date, time_of(time)), zone);
    };
    const std::int64_t months = months_between(ends.local_from, ends.local_to);
    const Date after_months = *add_months(date_of(ends.local_from), months);
    const LocalDateTime local = local_of(step(after_months, ends.local_from));
    const std::int64_t days = days_between(local, ends.local_to);
    const DateTime after_days = step(Date{date_of(local).days + days}, local);
    Duration duration = seconds_between(after_days, ends.to);
    duration.months = months;
    duration.days = days;
    return duration;
}

Duration in_months(const Value& from, const Value& to) {
    const Ends ends = ends_of(from, to);
    return {ends.days ? months_between(ends.local_from, ends.local_to) : 0, 0, 0, 0};
}

Duration in_days(const Value& from, const Value& to) {
    const Ends ends = ends_of(from, to);
    return {0, ends.days ? days_between(ends.local_from, ends.local_to) : 0, 0, 0};
}

Duration in_seconds(const Value& from, const Value& to) {
    const Ends ends = ends_of(from, to);
    return seconds_between(ends.from, ends.to);
}

}  // namespace hearsay::engine::temporal
