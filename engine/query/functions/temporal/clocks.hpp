// What the clocks show now.
#pragma once

#include <chrono>

#include "engine/query/functions/function.hpp"
#include "graphs/values/temporal/zones.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::engine::temporal {

// An instant as a value of that kind, by the clocks of a zone.
graphs::Value now(graphs::Kind kind, std::chrono::system_clock::time_point instant, const Zone& zone);
// Seconds since 1970-01-01T00:00Z at which the statement began.
std::int64_t statement_seconds(const QueryContext& context);

}  // namespace hearsay::engine::temporal
