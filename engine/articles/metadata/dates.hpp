// Dates as articles write them.
#pragma once

#include <optional>
#include <string_view>

#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

// In which order a date like 3/4/2024 is meant where both readings exist.
enum class DayOrder { MonthFirst, DayFirst };

struct WrittenDate {
    Span span;  // in the text that was searched
    graphs::Date date;
    bool ambiguous = false;  // the numbers fit both orders, and `order` decided
};

// The first date in `text` from `from` on: "2024-03-12", "2024-03-12T04:15:00Z", "20240312" (by itself),
// "3/12/2024", "12.03.2024", "March 12, 2024", "12 March 2024", "Mar. 12th 2024". The year has four digits,
// 1900 to 2099, and the day exists. "On Tuesday" is no date.
std::optional<WrittenDate> find_date(std::string_view text, std::size_t from = 0,
                                     DayOrder order = DayOrder::MonthFirst);

// A text that is a date, perhaps with a weekday before and a time of day behind: the forms above, "2024-03"
// and "2024" (the first day of the month or year). Nothing if anything else stands there.
std::optional<graphs::Date> parse_written_date(std::string_view text, DayOrder order = DayOrder::MonthFirst);

}  // namespace hearsay::engine
