// What a column of a CSV file holds, and how its cells are read.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "graphs/values/value.hpp"

namespace hearsay::graphs::csv {

enum class CellType : std::uint8_t {
    // Seen from the values: the first of these that fits every cell of the column.
    Boolean,        // true, false
    Integer,        // 64 bits; a number with needless zeros in front (007) is a text
    Float,          // 1.5, -2e10; an Integer among them has to fit a Float exactly
    Date,           // 2024-03-12
    LocalTime,      // 12:31:14
    LocalDateTime,  // 2024-03-12T12:31:14, or with a space for the T
    DateTime,       // 2024-03-12T12:31:14Z, +01:00 or +01:00[Europe/Paris]
    String,
    // Only where the header says so.
    Time,      // 12:31:14+01:00
    Duration,  // P1Y2M10DT2H30M
    List,      // [1, 2.5, 'text', date('2024-03-12')]
    Any        // each cell as in a list, so that its kind is seen
};
inline constexpr std::size_t cell_types_seen = 8;  // the first eight

// The name in a header, and what it names; none if it is not a type.
std::string_view name(CellType type);
std::optional<CellType> cell_type(std::string_view name);

// A cell as a value of the type; none where it is not one. Integer, Float and the temporal types may stand
// between spaces.
std::optional<std::int64_t> read_integer(std::string_view cell);
std::optional<double> read_float(std::string_view cell);
std::optional<bool> read_boolean(std::string_view cell);
std::optional<Value> read_cell(std::string_view cell, CellType type);

// Whether the cell, which is not missing, could stand in a column that is seen to be of the type.
bool fits(std::string_view cell, CellType type);

bool is_utf8(std::string_view text);
std::string_view trimmed(std::string_view cell);  // without spaces and tabs at its ends

// Whether a Float is the number, and no rounded one: from -2^53 to 2^53.
bool is_exact_as_float(std::int64_t number);

}  // namespace hearsay::graphs::csv
