// Cells that hold times: the texts that graphs::to_string writes (graphs/values/temporal/temporal.hpp), with
// a space for the T where one stands, and seconds of 0 written or not.
#pragma once

#include <optional>
#include <string_view>

#include "graphs/values/temporal/temporal.hpp"

namespace hearsay::graphs::csv {

// None where the whole text is not such a value.
std::optional<Date> read_date(std::string_view text);
std::optional<LocalTime> read_local_time(std::string_view text);
std::optional<Time> read_time(std::string_view text);
std::optional<LocalDateTime> read_local_date_time(std::string_view text);
std::optional<DateTime> read_date_time(
    std::string_view text);  // with an offset; whether the zone exists is not asked
std::optional<Duration> read_duration(std::string_view text);

}  // namespace hearsay::graphs::csv
