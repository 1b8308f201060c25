#include "engine/articles/metadata/dates.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>

namespace hearsay::engine {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// Reads a text from left to right; a failed `take_...` leaves the place where it was.
struct Cursor {
    std::string_view text;
    std::size_t at = 0;

    bool end() const { return at >= text.size(); }
    char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }

    // `least` to `most` digits, and no digit behind them; -1 if there are none.
    int take_number(std::size_t least, std::size_t most) {
        std::size_t n = 0;
        int value = 0;
        while (n <= most && digit(peek(n))) value = value * 10 + (peek(n++) - '0');
        if (n < least || n > most) return -1;
        at += n;
        return value;
    }
    bool take(char c) {
        if (peek() != c) return false;
        ++at;
        return true;
    }
    void skip(std::string_view set) {
        while (!end() && set.find(text[at]) != std::string_view::npos) ++at;
    }
    std::string_view take_word() {
        const std::size_t begin = at;
        while (letter(peek())) ++at;
        return text.substr(begin, at - begin);
    }
};

bool same_letters(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// 1 to 12: a whole name or its first three letters ("Sept" too); 0 if it is none.
int month_number(std::string_view word) {
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (same_letters(word, names[i]) || (word.size() == 3 && same_letters(word, names[i].substr(0, 3))) ||
            (i == 8 && same_letters(word, "sept")))
            return static_cast<int>(i) + 1;
    return 0;
}

bool is_weekday(std::string_view word) {
    for (const std::string_view day :
         {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        if (word.size() >= 3 && word.size() <= day.size() && same_letters(word, day.substr(0, word.size())))
            return true;
    return false;
}

std::optional<graphs::Date> day_of(int year, int month, int day) {
    using namespace std::chrono;
    if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return graphs::Date{sys_days{date}.time_since_epoch().count()};
}

struct Parsed {
    graphs::Date date;
    bool ambiguous = false;
};

std::optional<Parsed> certain(const std::optional<graphs::Date>& date) {
    return date ? std::optional(Parsed{*date, false}) : std::nullopt;
}

// 2024-03-12, 2024/3/12, 2024.03.12, 20240312
std::optional<Parsed> year_first(Cursor& c) {
    const std::size_t begin = c.at;
    if (const int whole = c.take_number(8, 8); whole >= 0)
        if (const auto date = day_of(whole / 10000, whole / 100 % 100, whole % 100)) return certain(date);
    c.at = begin;
    const int year = c.take_number(4, 4);
    const char mark = c.peek();
    if (year >= 0 && (mark == '-' || mark == '/' || mark == '.')) {
        ++c.at;
        const int month = c.take_number(1, 2);
        if (month >= 0 && c.take(mark))
            if (const int day = c.take_number(1, 2); day >= 0)
                if (const auto date = day_of(year, month, day)) return certain(date);
    }
    c.at = begin;
    return std::nullopt;
}

// 3/12/2024, 12.03.2024, 12-3-2024. Points mean the day first, as wherever dates are written with them.
std::optional<Parsed> year_last(Cursor& c, DayOrder order) {
    const std::size_t begin = c.at;
    const int first = c.take_number(1, 2);
    const char mark = c.peek();
    if (first >= 0 && (mark == '/' || mark == '.' || mark == '-')) {
        ++c.at;
        const int second = c.take_number(1, 2);
        if (second >= 0 && c.take(mark)) {
            if (const int year = c.take_number(4, 4); year >= 0) {
                const auto month_first = mark == '.' ? std::nullopt : day_of(year, first, second);
                const auto day_first = day_of(year, second, first);
                if (month_first && day_first)
                    return Parsed{order == DayOrder::MonthFirst ? *month_first : *day_first,
                                  *month_first != *day_first};
                if (month_first || day_first) return certain(month_first ? month_first : day_first);
            }
        }
    }
    c.at = begin;
    return std::nullopt;
}

void skip_ordinal(Cursor& c) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (same_letters(c.text.substr(c.at, 2), ending) && !letter(c.peek(2))) {
            c.at += 2;
            return;
        }
}

// March 12, 2024; Mar. 12th 2024
std::optional<Parsed> month_name_first(Cursor& c) {
    const std::size_t begin = c.at;
    if (const int month = month_number(c.take_word())) {
        c.skip(". \t");
        if (const int day = c.take_number(1, 2); day >= 0) {
            skip_ordinal(c);
            c.skip(",. \t");
            if (const int year = c.take_number(4, 4); year >= 0)
                if (const auto date = day_of(year, month, day)) return certain(date);
        }
    }
    c.at = begin;
    return std::nullopt;
}

// 12 March 2024; 12th of March, 2024; 12-Mar-2024
std::optional<Parsed> day_then_month_name(Cursor& c) {
    const std::size_t begin = c.at;
    if (const int day = c.take_number(1, 2); day >= 0) {
        skip_ordinal(c);
        c.skip(" \t-.");
        std::string_view word = c.take_word();
        if (same_letters(word, "of")) {
            c.skip(" \t");
            word = c.take_word();
        }
        if (const int month = month_number(word)) {
            c.skip(",. \t-");
            if (const int year = c.take_number(4, 4); year >= 0)
                if (const auto date = day_of(year, month, day)) return certain(date);
        }
    }
    c.at = begin;
    return std::nullopt;
}

std::optional<Parsed> take_date(Cursor& c, DayOrder order) {
    if (letter(c.peek())) return month_name_first(c);
    if (auto date = year_first(c)) return date;
    if (auto date = year_last(c, order)) return date;
    return day_then_month_name(c);
}

}  // namespace

std::optional<WrittenDate> find_date(std::string_view text, std::size_t from, DayOrder order) {
    for (std::size_t i = from; i < text.size(); ++i) {
        const bool starts = digit(text[i]) ? i == 0 || (!digit(text[i - 1]) && !letter(text[i - 1]))
                                           : letter(text[i]) && (i == 0 || !letter(text[i - 1]));
        if (!starts) continue;
        Cursor c{text, i};
        if (const auto date = take_date(c, order)) return WrittenDate{{i, c.at}, date->date, date->ambiguous};
    }
    return std::nullopt;
}

std::optional<graphs::Date> parse_written_date(std::string_view text, DayOrder order) {
    Cursor c{text};
    c.skip(" \t\r\n");
    const std::size_t begin = c.at;
    if (is_weekday(c.take_word()))
        c.skip(",. \t");
    else
        c.at = begin;

    const auto only_time_follows = [&] {  // "T04:15:00.000+02:00", ", 4:15 p.m. EST", "04:15:00 GMT"
        const std::string_view rest = text.substr(c.at);
        if (std::all_of(rest.begin(), rest.end(), [](unsigned char ch) { return std::isspace(ch); }))
            return true;
        if (rest.size() > 40 || rest.find(':') == std::string_view::npos) return false;
        Cursor r{rest};
        r.skip(" \t,Tt");
        if (same_letters(rest.substr(r.at, 2), "at")) r.at += 2, r.skip(" \t");
        return r.take_number(1, 2) >= 0 && r.peek() == ':' && digit(r.peek(1));
    };
    if (const auto date = take_date(c, order))
        return only_time_follows() ? std::optional(date->date) : std::nullopt;

    const int year = c.take_number(4, 4);  // "2024-03", "2024"
    if (year < 0) return std::nullopt;
    int month = 1;
    if (c.take('-') && (month = c.take_number(2, 2)) < 0) return std::nullopt;
    c.skip(" \t\r\n");
    return c.end() ? day_of(year, month, 1) : std::nullopt;
}

}  // namespace hearsay::engine
