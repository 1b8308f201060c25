#include "graphs/values/temporal/iso_text.hpp"

#include <algorithm>

#include "graphs/values/temporal/calendar.hpp"
#include "graphs/values/temporal/text_cursor.hpp"

namespace hearsay::engine::temporal {
namespace {

using graphs::Date;
using graphs::DateTime;
using graphs::LocalDateTime;
using graphs::LocalTime;
using graphs::Time;

constexpr std::string_view date_forms = "write 2031-05-17, 2031-W20-6 or 2031-137";
constexpr std::string_view time_forms = "write 21:40:32.142, 21:40 or 2140";

// All forms of what follows the year; `extended`: with hyphens.
std::optional<Date> rest_of_date(TextCursor& text, std::int64_t year, bool extended) {
    const std::size_t least = extended ? 1 : 2;  // digits of a part that has two
    const auto next = [&] { return extended ? text.take('-') : text.digits_ahead() > 0; };
    if (text.take('W')) {
        const auto week = text.number(least, 2);
        if (!week) return std::nullopt;
        if (!next()) return from_week(year, *week, 1);
        const auto weekday = text.number(1);
        return weekday ? from_week(year, *week, *weekday) : std::nullopt;
    }
    if (text.take('Q')) {
        const auto quarter = text.number(1);
        if (!quarter) return std::nullopt;
        if (!next()) return from_quarter(year, *quarter, 1);
        const auto day = text.number(least, 2);
        return day ? from_quarter(year, *quarter, *day) : std::nullopt;
    }
    if (text.digits_ahead() == 3) return from_ordinal(year, *text.number(3));
    const auto month = text.number(least, 2);
    if (!month) return std::nullopt;
    if (!next()) return from_month(year, *month, 1);
    const auto day = text.number(least, 2);
    return day ? from_month(year, *month, *day) : std::nullopt;
}

std::optional<Date> date_from(TextCursor& text) {
    const bool negative = text.take('-');
    const bool with_sign = negative || text.take('+');
    auto year = with_sign ? text.number(1, 9) : text.number(4);
    if (!year) return std::nullopt;
    if (negative) year = -*year;
    if (text.at_end()) return from_month(*year, 1, 1);
    const bool extended = text.take('-');
    if (with_sign && !extended) return std::nullopt;  // where would the year end?
    return rest_of_date(text, *year, extended);
}

std::optional<LocalTime> time_from(TextCursor& text) {
    const bool extended = text.digits_ahead() <= 2;
    const std::size_t least = extended ? 1 : 2;
    const auto next = [&] { return extended ? text.take(':') : text.digits_ahead() > 0; };
    const auto hour = text.number(least, 2);
    std::optional<std::int64_t> minute = 0, second = 0, nanosecond = 0;
    if (next()) {
        minute = text.number(least, 2);
        if (next()) {
            second = text.number(least, 2);
            if (text.take('.') || text.take(',')) {
                if (text.digits_ahead() > 9) return std::nullopt;
                nanosecond = text.fraction(9);
            }
        }
    }
    if (!hour || !minute || !second || !nanosecond || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return LocalTime{((*hour * 60 + *minute) * 60 + *second) * graphs::nanoseconds_per_second + *nanosecond};
}

std::string wrong(std::string_view text, std::string_view what, std::string_view forms) {
    return "`" + std::string(text) + "` is no " + std::string(what) + ": " + std::string(forms);
}

// What stands after the time of day: an offset, a zone's name in brackets, both or neither.
struct ZoneText {
    std::string_view offset, name;
};

// Cuts the zone off the end of `text`; nothing if brackets do not match.
std::optional<ZoneText> take_zone(std::string_view& text) {
    ZoneText zone;
    if (const std::size_t open = text.find('['); open != std::string_view::npos) {
        if (!text.ends_with(']')) return std::nullopt;
        zone.name = text.substr(open + 1, text.size() - open - 2);
        text = text.substr(0, open);
        if (zone.name.empty()) return std::nullopt;
    }
    if (const std::size_t sign = text.find_first_of("Zz+-"); sign != std::string_view::npos) {
        zone.offset = text.substr(sign);
        text = text.substr(0, sign);
    }
    return zone;
}

Read<Zone> zone_from(const ZoneText& text) {
    Read<Zone> zone = Zone::at(0);
    if (!text.name.empty()) zone = zone_called(text.name);
    if (!zone || text.offset.empty()) return zone;
    const Read<Zone> offset = zone_called(text.offset);
    if (!offset) return offset;
    zone->offset = offset->offset;
    return zone;
}

Read<LocalTime> read_clock(std::string_view text) {
    TextCursor cursor(text);
    const auto time = time_from(cursor);
    if (time && cursor.at_end()) return *time;
    return tl::unexpected(wrong(text, "time of day", time_forms));
}

}  // namespace

Read<Date> read_date(std::string_view text) {
    TextCursor cursor(text);
    const auto date = date_from(cursor);
    if (date && cursor.at_end()) return *date;
    return tl::unexpected(wrong(text, "date", date_forms));
}

Read<LocalTime> read_local_time(std::string_view text) {
    return read_clock(text.starts_with('T') ? text.substr(1) : text);
}

Read<Time> read_time(std::string_view text) {
    std::string_view clock = text;
    const auto zone_text = take_zone(clock);
    if (!zone_text || !zone_text->name.empty())
        return tl::unexpected(wrong(text, "time", "write 21:40:32+01:00; only a datetime has a named zone"));
    const Read<LocalTime> time = read_clock(clock);
    if (!time) return tl::unexpected(time.error());
    const Read<Zone> zone = zone_from(*zone_text);
    if (!zone) return tl::unexpected(zone.error());
    return Time{time->nanoseconds, zone->offset.value_or(0)};
}

Read<LocalDateTime> read_local_date_time(std::string_view text) {
    const std::size_t t = text.find('T');
    const Read<Date> date = read_date(text.substr(0, t));
    if (!date) return tl::unexpected(date.error());
    if (t == std::string_view::npos) return join(*date, LocalTime{});
    const Read<LocalTime> time = read_clock(text.substr(t + 1));
    if (!time) return tl::unexpected(time.error());
    return join(*date, *time);
}

Read<DateTime> read_date_time(std::string_view text) {
    const std::size_t t = text.find('T');
    std::string_view clock = t == std::string_view::npos ? std::string_view() : text.substr(t + 1);
    const auto zone_text = take_zone(clock);
    if (!zone_text)
        return tl::unexpected(wrong(text, "datetime", "write 2031-05-17T21:40+02:00[Europe/Paris]"));
    const Read<Date> date = read_date(text.substr(0, t));
    if (!date) return tl::unexpected(date.error());
    Read<LocalTime> time = LocalTime{};
    if (t != std::string_view::npos) time = read_clock(clock);
    if (!time) return tl::unexpected(time.error());
    const Read<Zone> zone = zone_from(*zone_text);
    if (!zone) return tl::unexpected(zone.error());

    const DateTime moment = at_local(join(*date, *time), *zone);
    if (zone->offset && moment.offset != *zone->offset) {
        return tl::unexpected("in " + zone->name + " the offset is then " + offset_text(moment.offset) +
                              ", not " + offset_text(*zone->offset));
    }
    return moment;
}

}  // namespace hearsay::engine::temporal
