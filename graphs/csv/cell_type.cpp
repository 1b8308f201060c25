#include "graphs/csv/cell_type.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

namespace hearsay::graphs::csv {
namespace {

constexpr std::array<std::pair<CellType, std::string_view>, 12> names{
    {{CellType::Boolean, "boolean"},
     {CellType::Integer, "integer"},
     {CellType::Float, "float"},
     {CellType::Date, "date"},
     {CellType::LocalTime, "localtime"},
     {CellType::LocalDateTime, "localdatetime"},
     {CellType::DateTime, "datetime"},
     {CellType::String, "string"},
     {CellType::Time, "time"},
     {CellType::Duration, "duration"},
     {CellType::List, "list"},
     {CellType::Any, "any"}}};

std::string_view trimmed(std::string_view cell) {
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.remove_suffix(1);
    return cell;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::string_view name(CellType type) {
    return names[static_cast<std::size_t>(type)].second;
}

std::optional<CellType> cell_type(std::string_view name) {
    for (const auto& [type, its_name] : names) {
        if (its_name == name) return type;
    }
    return std::nullopt;
}

std::optional<std::int64_t> read_integer(std::string_view cell) {
    cell = trimmed(cell);
    const std::string_view digits = cell.starts_with('-') ? cell.substr(1) : cell;
    if (digits.empty() || (digits.front() == '0' && cell.size() > 1)) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
    return number;
}

std::optional<double> read_float(std::string_view cell) {
    cell = trimmed(cell);
    if (cell == "NaN") return std::nan("");
    if (cell == "Infinity") return HUGE_VAL;
    if (cell == "-Infinity") return -HUGE_VAL;
    if (cell.starts_with('+')) cell.remove_prefix(1);
    const std::string_view digits = cell.starts_with('-') ? cell.substr(1) : cell;
    if (digits.empty() ||
        !(is_digit(digits[0]) || (digits[0] == '.' && digits.size() > 1 && is_digit(digits[1]))))
        return std::nullopt;
    double number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
    return number;
}

std::optional<bool> read_boolean(std::string_view cell) {
    const auto is = [cell](std::string_view word) {
        if (cell.size() != word.size()) return false;
        for (std::size_t i = 0; i < cell.size(); ++i) {
            if ((cell[i] | 0x20) != word[i]) return false;
        }
        return true;
    };
    if (is("true")) return true;
    if (is("false")) return false;
    return std::nullopt;
}

std::optional<Date> read_date(std::string_view cell) {
    const auto two = [&cell](std::size_t i) { return (cell[i] - '0') * 10 + (cell[i + 1] - '0'); };
    if (cell.size() != 10 || cell[4] != '-' || cell[7] != '-') return std::nullopt;
    for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (!is_digit(cell[i])) return std::nullopt;
    }
    const int year = two(0) * 100 + two(2), month = two(5), day = two(8);
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return std::nullopt;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (day > lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0))
        return std::nullopt;
    return date_from(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::optional<Value> read_cell(std::string_view cell, CellType type) {
    const auto boxed = [](const auto& read) { return read ? std::optional<Value>(*read) : std::nullopt; };
    switch (type) {
        case CellType::Boolean:
            return boxed(read_boolean(cell));
        case CellType::Integer:
            return boxed(read_integer(cell));
        case CellType::Float:
            return boxed(read_float(cell));
        case CellType::Date:
            return boxed(read_date(cell));
        case CellType::String:
            return Value(cell);
        default:
            return std::nullopt;
    }
}

bool fits(std::string_view cell, CellType type) {
    if (type != CellType::Float) return read_cell(cell, type).has_value();
    // A whole number that a Float would round is no Float, and words are not numbers.
    if (const auto whole = read_integer(cell))
        return std::abs(static_cast<double>(*whole)) <= 9007199254740992.0;
    if (cell.find_first_not_of("0123456789+- \t") == std::string_view::npos) return false;
    const auto number = read_float(cell);
    return number && std::isfinite(*number);
}

bool is_utf8(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    for (; end - at >= 8; at += 8) {
        std::uint64_t word;
        std::memcpy(&word, at, 8);
        if ((word & 0x8080808080808080ULL) != 0) break;
    }
    // Table 3-7 of the Unicode Standard: no overlong forms, no surrogates, nothing past U+10FFFF.
    while (at != end) {
        const auto lead = static_cast<unsigned char>(*at++);
        if (lead < 0x80) continue;
        if (lead < 0xc2 || lead > 0xf4) return false;
        const int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        if (end - at < more) return false;
        const auto second = static_cast<unsigned char>(*at);
        const unsigned lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const unsigned highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) return false;
        for (int i = 1; i < more; ++i) {
            if ((static_cast<unsigned char>(at[i]) & 0xc0) != 0x80) return false;
        }
        at += more;
    }
    return true;
}

}  // namespace hearsay::graphs::csv
