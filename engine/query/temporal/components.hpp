// What stands behind the point: moment.year, moment.offsetMinutes, duration.minutesOfHour.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/values/value.hpp"

namespace hearsay::engine::temporal {

// A component of a temporal value: an Integer; `timezone` and `offset` are Strings. Nothing if such a value
// has no component of that name, or if it does not fit into 64 bits (the nanoseconds of a thousand years).
// REQUIRES: value.is_temporal()
std::optional<graphs::Value> component(const graphs::Value& value, std::string_view name);
// The same of dates, as days since 1970-01-01: integers.
std::optional<std::vector<std::int64_t>> date_component(const std::vector<std::int64_t>& days,
                                                        std::string_view name);
std::vector<std::string> component_names(const graphs::Value& value);

}  // namespace hearsay::engine::temporal
