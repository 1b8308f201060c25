#include "graphs/csv/cells/type.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

#include "graphs/csv/cells/literal_cells.hpp"
#include "graphs/csv/cells/temporal_cells.hpp"

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

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::string_view trimmed(std::string_view cell) {
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.remove_suffix(1);
    return cell;
}

bool is_exact_as_float(std::int64_t number) {
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    return number >= -exact && number <= exact;
}

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
            return boxed(read_date(trimmed(cell)));
        case CellType::LocalTime:
            return boxed(read_local_time(trimmed(cell)));
        case CellType::Time:
            return boxed(read_time(trimmed(cell)));
        case CellType::LocalDateTime:
            return boxed(read_local_date_time(trimmed(cell)));
        case CellType::DateTime:
            return boxed(read_date_time(trimmed(cell)));
        case CellType::Duration:
            return boxed(read_duration(trimmed(cell)));
        case CellType::String:
            return Value(cell);
        case CellType::Any:
            return read_literal(cell);
        case CellType::List:
            if (auto list = read_literal(cell); list && list->kind() == Kind::List) return list;
            return std::nullopt;
    }
    return std::nullopt;
}

bool fits(std::string_view cell, CellType type) {
    constexpr std::size_t with_seconds = 8;  // 12:30 may be a score
    if (type == CellType::LocalTime && trimmed(cell).size() < with_seconds) return false;
    if (type == CellType::String) return true;
    if (type != CellType::Float) return read_cell(cell, type).has_value();
    // A whole number that a Float would round is no Float.
    if (const auto whole = read_integer(cell)) return is_exact_as_float(*whole);
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
