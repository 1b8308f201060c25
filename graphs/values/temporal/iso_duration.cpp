// Reading durations.
#include <algorithm>
#include <iterator>

#include "graphs/values/temporal/durations.hpp"
#include "graphs/values/temporal/iso_text.hpp"
#include "graphs/values/temporal/text_cursor.hpp"

namespace hearsay::engine::temporal {
namespace {

// What a letter counts, in the order in which the letters come.
struct Designator {
    char letter;
    Wide Fractions::*part;
    std::int64_t factor;
};
constexpr Designator of_days[] = {{'Y', &Fractions::months, 12},
                                  {'M', &Fractions::months, 1},
                                  {'W', &Fractions::days, 7},
                                  {'D', &Fractions::days, 1}};
constexpr Designator of_time[] = {
    {'H', &Fractions::seconds, 3600}, {'M', &Fractions::seconds, 60}, {'S', &Fractions::seconds, 1}};

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// 12, -12, +1.5, 1,5
std::optional<Wide> decimal_from(TextCursor& text) {
    const bool negative = text.take('-');
    if (!negative) text.take('+');
    if (text.digits_ahead() > 18) return std::nullopt;
    const auto whole = text.number(1, 18);
    if (!whole) return std::nullopt;
    std::optional<std::int64_t> fraction = 0;
    if (text.take('.') || text.take(',')) fraction = text.fraction(18);
    if (!fraction) return std::nullopt;
    const Wide number = *whole * one + *fraction;
    return negative ? -number : number;
}

// Numbers with their letters, as far as they go.
bool add_designated(TextCursor& text, const Designator* next, const Designator* end, Fractions& parts) {
    while (!text.at_end() && upper(text.rest().front()) != 'T') {
        const auto number = decimal_from(text);
        if (!number || text.at_end()) return false;
        const char letter = upper(text.rest().front());
        text.take(text.rest().front());
        next = std::find_if(next, end, [letter](const Designator& d) { return d.letter == letter; });
        if (next == end || !accumulate(parts.*next->part, *number, next->factor)) return false;
        ++next;
    }
    return true;
}

bool add_designated(TextCursor text, Fractions& parts) {
    if (text.at_end() || !add_designated(text, std::begin(of_days), std::end(of_days), parts)) return false;
    if (text.at_end()) return true;
    text.take(text.rest().front());  // the T
    return !text.at_end() && add_designated(text, std::begin(of_time), std::end(of_time), parts) &&
           text.at_end();
}

// The form of a date and a time: 2012-02-02T14:37:21.545, 20120202T143721
bool add_like_a_date(TextCursor text, Fractions& parts) {
    const auto year = text.number(4);
    const bool extended = text.take('-');
    const auto month = text.number(2);
    if (extended && !text.take('-')) return false;
    const auto day = text.number(2);
    if (!year || !month || !day || *month > 12 || *day > 31) return false;
    parts.months = (*year * 12 + *month) * one;
    parts.days = *day * one;
    if (text.at_end()) return true;
    const Read<graphs::LocalTime> time =
        text.sees('T') ? read_local_time(text.rest()) : tl::unexpected(std::string());
    if (!time) return false;
    parts.nanoseconds = time->nanoseconds * one;
    return true;
}

bool is_like_a_date(const TextCursor& text) {
    const std::size_t digits = text.digits_ahead();
    const std::string_view after = text.rest().substr(digits);
    return (digits == 4 && after.starts_with('-')) ||
           (digits == 8 && (after.empty() || after.starts_with('T')));
}

}  // namespace

Read<graphs::Duration> read_duration(std::string_view text) {
    TextCursor cursor(text);
    const bool negative = cursor.take('-');
    if (!negative) cursor.take('+');
    Fractions parts;
    const bool begun = cursor.take('P') || cursor.take('p');
    const bool read =
        begun && (is_like_a_date(cursor) ? add_like_a_date(cursor, parts) : add_designated(cursor, parts));
    if (!read) {
        return tl::unexpected("`" + std::string(text) +
                              "` is no duration: write P1Y2M10DT2H30M1.5S, as much of it as is needed");
    }
    auto duration = duration_from(parts);
    if (duration && negative) duration = negate(*duration);
    if (!duration) return tl::unexpected("`" + std::string(text) + "` is too long for a duration");
    return *duration;
}

}  // namespace hearsay::engine::temporal
