#include "graphs/values/temporal/zones.hpp"

#include <unicode/basictz.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "graphs/error.hpp"
#include "graphs/icu_memory.hpp"
#include "graphs/values/temporal/calendar.hpp"

namespace hearsay::engine::temporal {
namespace {

using graphs::DateTime;
using graphs::LocalDateTime;
using icu::BasicTimeZone;
using icu::TimeZone;
using icu::UnicodeString;

// A zone of the database; nullptr if there is none of that name. It is kept for good.
const BasicTimeZone* load(const std::string& name) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<TimeZone>, std::less<>> zones;
    const std::lock_guard lock(mutex);
    const auto known = zones.find(name);
    if (known != zones.end()) return dynamic_cast<const BasicTimeZone*>(known->second.get());
    const UnicodeString id = UnicodeString::fromUTF8(name);
    UnicodeString canonical;
    UBool of_database = false;
    UErrorCode error = U_ZERO_ERROR;
    TimeZone::getCanonicalID(need_memory(id), canonical, of_database, error);
    need_memory(error);
    if (U_FAILURE(error) || !of_database || name == "Etc/Unknown") return nullptr;
    std::unique_ptr<TimeZone> zone(TimeZone::createTimeZone(id));
    if (zone == nullptr) throw std::bad_alloc();
    const auto made = zones.emplace(name, std::move(zone)).first;
    return dynamic_cast<const BasicTimeZone*>(made->second.get());
}

// The rules after the last known change repeat with the calendar, every 400 years; before the first there is
// one offset. So a year near to ours stands for one far away, for which ICU does not count.
std::int64_t near(std::int64_t seconds) {
    constexpr std::int64_t cycle = 146'097 * graphs::seconds_per_day;
    constexpr std::int64_t late = 130 * (cycle / 400), early = -1000 * (cycle / 400);
    return seconds > late ? late + (seconds - late) % cycle : std::max(seconds, early);
}

Unreadable unknown_zone(std::string name) {
    Unreadable problem("there is no time zone `" + name + "`");
    problem.unknown_zone = std::move(name);
    return problem;
}

// +h, +hh, +hhmm, +hh:mm, +hhmmss, +hh:mm:ss
std::optional<std::int32_t> offset_from(std::string_view text) {
    const bool west = text.front() == '-';
    text.remove_prefix(1);
    std::int32_t parts[] = {0, 0, 0};
    std::size_t count = 0;
    bool colons = false;
    while (!text.empty()) {
        if (count == 3) return std::nullopt;
        if (count > 0 && text.front() == ':' && (count == 1 || colons)) {
            colons = true;
            text.remove_prefix(1);
        } else if (count > 0 && colons) {
            return std::nullopt;
        }
        std::size_t digits = 0;
        while (digits < 2 && digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
            parts[count] = parts[count] * 10 + (text[digits++] - '0');
        }
        if (digits == 0 || (digits == 1 && count > 0)) return std::nullopt;
        text.remove_prefix(digits);
        ++count;
    }
    const std::int32_t offset = parts[0] * 3600 + parts[1] * 60 + parts[2];
    if (count == 0 || parts[1] > 59 || parts[2] > 59 || offset > graphs::furthest_offset) return std::nullopt;
    return west ? -offset : offset;
}

}  // namespace

tl::expected<Zone, Unreadable> zone_called(std::string_view text) {
    if (text == "Z" || text == "z") return Zone::at(0);
    if (text.starts_with('+') || text.starts_with('-')) {
        const auto offset = offset_from(text);
        if (offset) return Zone::at(*offset);
        return tl::unexpected("`" + std::string(text) +
                              "` is no offset: write hours and minutes, '+05:30', at most 18 hours");
    }
    std::string name(text);
    std::replace(name.begin(), name.end(), ' ', '_');
    if (load(name) == nullptr) return tl::unexpected(unknown_zone(std::move(name)));
    return Zone{std::move(name), std::nullopt};
}

std::vector<std::string> zone_names() {
    std::vector<std::string> names;
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> all(
        TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, error));
    need_memory(error);
    if (U_FAILURE(error)) return names;
    while (const char* name = all->next(nullptr, error)) names.emplace_back(name);
    return names;
}

std::string offset_text(std::int32_t offset) {
    return graphs::to_string(graphs::Time{0, offset}).substr(std::string_view("00:00").size());
}

std::string text_of(const Zone& zone) {
    return zone.name.empty() ? offset_text(zone.offset.value_or(0)) : zone.name;
}

std::int32_t offset_at(const Zone& zone, std::int64_t seconds) {
    const BasicTimeZone* rules = zone.name.empty() ? nullptr : load(zone.name);
    if (rules == nullptr) return zone.offset.value_or(0);
    std::int32_t raw = 0, saving = 0;
    UErrorCode error = U_ZERO_ERROR;
    rules->getOffset(static_cast<double>(near(seconds)) * 1000, false, raw, saving, error);
    need_memory(error);
    HEARSAY_ASSERT(U_SUCCESS(error));
    return (raw + saving) / 1000;
}

std::optional<DateTime> at_instant(std::int64_t seconds, std::int32_t nanoseconds, const Zone& zone) {
    constexpr std::int64_t furthest = (furthest_year + 1) * 366 * graphs::seconds_per_day;
    if (seconds > furthest || seconds < -furthest) return std::nullopt;
    DateTime moment{seconds, nanoseconds, offset_at(zone, seconds), zone.name};
    if (!in_range(local_of(moment))) return std::nullopt;
    return moment;
}

bool is_offset_of(const Zone& zone, std::int32_t offset, LocalDateTime local) {
    return offset_at(zone, local.seconds - offset) == offset;
}

DateTime at_local(LocalDateTime local, const Zone& zone) {
    if (zone.offset && is_offset_of(zone, *zone.offset, local))
        return {local.seconds - *zone.offset, local.nanoseconds, *zone.offset, zone.name};
    const BasicTimeZone* rules = zone.name.empty() ? nullptr : load(zone.name);
    std::int32_t raw = 0, saving = 0;
    if (rules != nullptr) {
        UErrorCode error = U_ZERO_ERROR;
        rules->getOffsetFromLocal(static_cast<double>(near(local.seconds)) * 1000, UCAL_TZ_LOCAL_FORMER,
                                  UCAL_TZ_LOCAL_FORMER, raw, saving, error);
        need_memory(error);
        HEARSAY_ASSERT(U_SUCCESS(error));
    }
    const std::int64_t seconds = local.seconds - (raw + saving) / 1000;
    return {seconds, local.nanoseconds, offset_at(zone, seconds), zone.name};
}

LocalDateTime local_of(const DateTime& moment) {
    return {moment.seconds + moment.offset, moment.nanoseconds};
}
Zone zone_of(const DateTime& moment) {
    return {moment.zone, moment.offset};
}

}  // namespace hearsay::engine::temporal
