#include "graphs/csv/cells/temporal_cells.hpp"

#include <array>
#include <cstdint>
#include <limits>

namespace hearsay::graphs::csv {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Takes pieces off the front of a text. What does not stand there is none, and takes nothing.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : rest_(text) {}
    bool at_end() const { return rest_.empty(); }
    char next() const { return rest_.empty() ? '\0' : rest_.front(); }
    std::string_view rest() const { return rest_; }
    void drop(std::size_t count) { rest_.remove_prefix(count); }

    bool take(char c) {
        if (next() != c || at_end()) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::optional<int> two_digits() {
        if (rest_.size() < 2 || !is_digit(rest_[0]) || !is_digit(rest_[1])) return std::nullopt;
        const int number = (rest_[0] - '0') * 10 + (rest_[1] - '0');
        rest_.remove_prefix(2);
        return number;
    }
    // As many digits as stand there, at least `least` and at most `most`, as a number that is then
    // `negative`.
    std::optional<std::int64_t> digits(std::size_t least, std::size_t most, bool negative = false) {
        std::size_t count = 0;
        std::int64_t number = 0;
        for (; count < rest_.size() && is_digit(rest_[count]); ++count) {
            const std::int64_t digit = rest_[count] - '0';
            if (count == most || __builtin_mul_overflow(number, 10, &number) ||
                __builtin_add_overflow(number, negative ? -digit : digit, &number))
                return std::nullopt;
        }
        if (count < least) return std::nullopt;
        rest_.remove_prefix(count);
        return number;
    }
    // ".142" as nanoseconds; 0 where there is no point.
    std::optional<std::int32_t> fraction() {
        if (!take('.')) return 0;
        const std::size_t before = rest_.size();
        auto number = digits(1, 9);
        if (!number) return std::nullopt;
        for (std::size_t count = before - rest_.size(); count < 9; ++count) *number *= 10;
        return static_cast<std::int32_t>(*number);
    }

  private:
    std::string_view rest_;
};

std::optional<Date> take_date(Cursor& at) {
    const bool negative = at.take('-'), is_signed = negative || at.take('+');
    const auto year = is_signed ? at.digits(4, 9) : at.digits(4, 4);
    if (!year || !at.take('-')) return std::nullopt;
    const auto month = at.two_digits();
    if (!month || !at.take('-')) return std::nullopt;
    const auto day = at.two_digits();
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!day || *month < 1 || *month > 12 || *day < 1) return std::nullopt;
    const auto signed_year = static_cast<int>(negative ? -*year : *year);
    const bool leap = signed_year % 4 == 0 && (signed_year % 100 != 0 || signed_year % 400 == 0);
    if (*day > lengths[static_cast<std::size_t>(*month - 1)] + (*month == 2 && leap ? 1 : 0))
        return std::nullopt;
    return date_from(signed_year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<LocalTime> take_clock(Cursor& at) {
    const auto hour = at.two_digits();
    if (!hour || *hour > 23 || !at.take(':')) return std::nullopt;
    const auto minute = at.two_digits();
    if (!minute || *minute > 59) return std::nullopt;
    int second = 0;
    std::int32_t nanosecond = 0;
    if (at.take(':')) {
        const auto seconds = at.two_digits();
        if (!seconds || *seconds > 59) return std::nullopt;
        second = *seconds;
        const auto part = at.fraction();
        if (!part) return std::nullopt;
        nanosecond = *part;
    }
    return LocalTime{(*hour * 3600 + *minute * 60 + second) * nanoseconds_per_second + nanosecond};
}

std::optional<std::int32_t> take_offset(Cursor& at) {
    if (at.take('Z')) return 0;
    const bool west = at.take('-');
    if (!west && !at.take('+')) return std::nullopt;
    const auto hours = at.two_digits();
    if (!hours) return std::nullopt;
    const bool colon = at.take(':');
    int size = *hours * 3600;
    if (colon || is_digit(at.next())) {
        const auto minutes = at.two_digits();
        if (!minutes || *minutes > 59) return std::nullopt;
        size += *minutes * 60;
    }
    if (colon && at.take(':')) {
        const auto seconds = at.two_digits();
        if (!seconds || *seconds > 59) return std::nullopt;
        size += *seconds;
    }
    return west ? -size : size;
}

std::optional<LocalDateTime> take_date_and_clock(Cursor& at) {
    const auto date = take_date(at);
    if (!date || !(at.take('T') || at.take(' '))) return std::nullopt;
    const auto clock = take_clock(at);
    if (!clock) return std::nullopt;
    return LocalDateTime{date->days * seconds_per_day + clock->nanoseconds / nanoseconds_per_second,
                         static_cast<std::int32_t>(clock->nanoseconds % nanoseconds_per_second)};
}

template <class T>
std::optional<T> whole(const Cursor& at, std::optional<T> read) {
    return at.at_end() ? read : std::nullopt;
}

// `sum` += sign * number * unit, unless that does not fit.
bool add(std::int64_t& sum, std::int64_t number, std::int64_t unit) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(number, unit, &product)) return false;
    return !__builtin_add_overflow(sum, product, &sum);
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
    Cursor at(text);
    const auto date = take_date(at);
    return whole(at, date);
}

std::optional<LocalTime> read_local_time(std::string_view text) {
    Cursor at(text);
    const auto clock = take_clock(at);
    return whole(at, clock);
}

std::optional<Time> read_time(std::string_view text) {
    Cursor at(text);
    const auto clock = take_clock(at);
    const auto offset = take_offset(at);
    if (!clock || !offset) return std::nullopt;
    const Time time{clock->nanoseconds, *offset};
    return at.at_end() && is_valid(time) ? std::optional(time) : std::nullopt;
}

std::optional<LocalDateTime> read_local_date_time(std::string_view text) {
    Cursor at(text);
    const auto time = take_date_and_clock(at);
    return whole(at, time);
}

std::optional<DateTime> read_date_time(std::string_view text) {
    Cursor at(text);
    const auto local = take_date_and_clock(at);
    if (!local) return std::nullopt;
    const auto offset = take_offset(at);
    if (!offset) return std::nullopt;
    DateTime time{local->seconds - *offset, local->nanoseconds, *offset, {}};
    if (at.take('[')) {
        const std::string_view zone = at.rest();
        if (zone.size() < 2 || zone.back() != ']') return std::nullopt;
        time.zone = zone.substr(0, zone.size() - 1);
    } else if (!at.at_end()) {
        return std::nullopt;
    }
    return is_valid(time) ? std::optional(time) : std::nullopt;
}

std::optional<Duration> read_duration(std::string_view text) {
    Cursor at(text);
    if (!at.take('P') || at.at_end()) return std::nullopt;
    Duration duration;
    std::string_view units = "YMWD";  // those that may still come
    bool of_time = false, any = false;
    while (!at.at_end()) {
        if (!of_time && at.take('T')) {
            of_time = true;
            any = false;  // a T needs a part behind it
            units = "HMS";
            continue;
        }
        const bool negative = at.take('-');
        const auto number = at.digits(1, 19, negative);
        if (!number) return std::nullopt;
        const bool point = at.next() == '.';
        const auto part = at.fraction();
        const char unit = at.next();
        const std::size_t place = units.find(unit);
        if (!part || place == std::string_view::npos || (point && unit != 'S')) return std::nullopt;
        at.drop(1);
        units.remove_prefix(place + 1);
        any = true;
        bool fits = false;
        if (!of_time) {
            const bool days = unit == 'D' || unit == 'W';
            fits = add(days ? duration.days : duration.months, *number,
                       unit == 'Y'   ? 12
                       : unit == 'W' ? 7
                                     : 1);
        } else {
            fits = add(duration.seconds, *number, unit == 'H' ? 3600 : unit == 'M' ? 60 : 1);
            duration.nanoseconds = *part;
            if (fits && negative && *part > 0) {
                fits = add(duration.seconds, -1, 1);
                duration.nanoseconds = static_cast<std::int32_t>(nanoseconds_per_second - *part);
            }
        }
        if (!fits) return std::nullopt;
    }
    return any ? std::optional(duration) : std::nullopt;
}

}  // namespace hearsay::graphs::csv
