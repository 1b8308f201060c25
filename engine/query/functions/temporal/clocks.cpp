#include "engine/query/functions/temporal/clocks.hpp"

#include "engine/query/temporal/parts.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine::temporal {

graphs::Value now(graphs::Kind kind, std::chrono::system_clock::time_point instant, const Zone& zone) {
    namespace chrono = std::chrono;
    const auto seconds = chrono::floor<chrono::seconds>(instant);
    const auto nanoseconds = chrono::duration_cast<chrono::nanoseconds>(instant - seconds).count();
    const auto moment =
        at_instant(seconds.time_since_epoch().count(), static_cast<std::int32_t>(nanoseconds), zone);
    HEARSAY_ASSERT(moment.has_value());
    return *value_of(kind, parts_of(*moment));
}

std::int64_t statement_seconds(const QueryContext& context) {
    return std::chrono::floor<std::chrono::seconds>(context.begun).time_since_epoch().count();
}

}  // namespace hearsay::engine::temporal
