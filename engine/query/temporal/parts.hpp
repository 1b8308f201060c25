// What a temporal value says: a day, a time of day, a zone, or some of these.
#pragma once

#include <optional>
#include <string_view>

#include "graphs/values/temporal/zones.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::engine::temporal {

struct Parts {
    std::optional<graphs::Date> date;
    std::optional<graphs::LocalTime> time;  // by the clocks of the zone
    std::optional<Zone> zone;
};

bool is_point(const graphs::Value& value);  // a temporal value, but no duration
bool has_date(graphs::Kind kind);
bool has_time(graphs::Kind kind);
bool has_zone(graphs::Kind kind);

Parts parts_of(const graphs::Value& value);  // REQUIRES: is_point
// A value of that kind. A missing time is midnight, a missing zone UTC; what the kind does not say is left
// out. Nothing if it would lie outside of the calendar. REQUIRES: a date, if the kind says one
std::optional<graphs::Value> value_of(graphs::Kind kind, const Parts& parts);

}  // namespace hearsay::engine::temporal
