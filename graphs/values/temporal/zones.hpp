// Time zones: offsets from UTC, and the named zones of the time zone database with their history (through
// ICU, whose data is complete before 1970 too).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "graphs/values/temporal/temporal.hpp"

namespace hearsay::engine::temporal {

struct Zone {
    std::string name;  // "Europe/Paris"; empty: the offset alone
    std::optional<std::int32_t>
        offset;  // seconds east of UTC; of a named zone only where the moment is known

    static Zone at(std::int32_t offset) { return {{}, offset}; }
};

// What is wrong with a text.
struct Unreadable {
    Unreadable(std::string in_words) : why(std::move(in_words)) {}

    std::string why;           // in words that can follow a colon
    std::string unknown_zone;  // the name that is none, where `why` says only that; else empty
};

// "Z", "+01", "+0100", "+01:00:30" or the name of a zone.
tl::expected<Zone, Unreadable> zone_called(std::string_view text);
std::vector<std::string> zone_names();  // of the database
std::string text_of(const Zone& zone);  // "Europe/Paris", "+01:00", "Z"
std::string offset_text(std::int32_t offset);

// A named zone that the database lacks (a value from elsewhere) stays at its offset.
// `seconds` since 1970-01-01T00:00Z.
std::int32_t offset_at(const Zone& zone, std::int64_t seconds);

// What the clocks of a zone show at an instant. Nothing if that lies outside the calendar.
std::optional<graphs::DateTime> at_instant(std::int64_t seconds, std::int32_t nanoseconds, const Zone& zone);

// The instant at which the clocks of a zone show `local`. Where they show it twice, the zone's own offset is
// taken if it is one of the two, else the earlier. Where they skip it, it moves on by what was skipped.
graphs::DateTime at_local(graphs::LocalDateTime local, const Zone& zone);
bool is_offset_of(const Zone& zone, std::int32_t offset, graphs::LocalDateTime local);

graphs::LocalDateTime local_of(const graphs::DateTime& moment);
Zone zone_of(const graphs::DateTime& moment);

}  // namespace hearsay::engine::temporal
