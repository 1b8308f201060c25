// Temporal values moved by durations.
#pragma once

#include <optional>

#include "graphs/values/value.hpp"

namespace hearsay::engine::temporal {

// Months first (to the last day of a month that is too short), then days, both by the clocks of the zone;
// then seconds, as time runs. A Date moves by the whole days in the seconds too; a time of day moves by the
// seconds alone, round the clock. Nothing if that leaves the calendar. REQUIRES: is_point
std::optional<graphs::Value> shift(const graphs::Value& value, const graphs::Duration& by);

}  // namespace hearsay::engine::temporal
