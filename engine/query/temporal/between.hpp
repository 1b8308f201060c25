// The duration from one temporal value to another. What one of them does not say is taken from the other: the
// day and the zone; a missing time of day is midnight.
#pragma once

#include "graphs/values/value.hpp"

namespace hearsay::engine::temporal {

// Both REQUIRE: is_point.
// Whole months, then whole days, then the rest; where one of them has no day, the time alone.
graphs::Duration between(const graphs::Value& from, const graphs::Value& to);
graphs::Duration in_months(const graphs::Value& from,
                           const graphs::Value& to);  // whole months, rounded towards 0
graphs::Duration in_days(const graphs::Value& from,
                         const graphs::Value& to);  // whole days, rounded towards 0
graphs::Duration in_seconds(const graphs::Value& from, const graphs::Value& to);  // exact, as clocks run

}  // namespace hearsay::engine::temporal
