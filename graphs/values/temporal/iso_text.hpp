// Reading the texts of ISO 8601, basic and extended: 2015-07-21, 20150721, 2015-W30-2, 2015-Q3-21, 2015-202,
// 2015-07, 2015, +12345-06-07; 21:40:32.142, 214032, 21; offsets and [zones] behind them.
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "graphs/values/temporal/temporal.hpp"
#include "graphs/values/temporal/zones.hpp"

namespace hearsay::engine::temporal {

template <class T>
using Read = tl::expected<T, Unreadable>;

Read<graphs::Date> read_date(std::string_view text);
Read<graphs::LocalTime> read_local_time(std::string_view text);
Read<graphs::Time> read_time(std::string_view text);                      // without an offset: UTC
Read<graphs::LocalDateTime> read_local_date_time(std::string_view text);  // without a time: midnight
Read<graphs::DateTime> read_date_time(std::string_view text);             // without a zone: UTC

// P5Y3M2W1DT12H30M1.5S, each number whole or with a fraction, with a sign or not; P2012-02-02T14:37:21.545.
// Fractions carry down: half a month is 15 days and some hours (a year has 365.2425 days).
Read<graphs::Duration> read_duration(std::string_view text);

}  // namespace hearsay::engine::temporal
