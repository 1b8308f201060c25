// Cells that hold lists, or values of any kind, written as openCypher writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graphs/values/value.hpp"

namespace hearsay::graphs::csv {

// 12, 1.5, true, 'text', "text", [1, 'two'], date('2024-03-12'), NaN. None where the whole text is not one
// such value that a property can be: lists are flat and hold no null.
std::optional<Value> read_literal(std::string_view text);
// What `read_literal` reads as the same value. REQUIRES: a value that a property can be.
std::string literal_text(const Value& value);
// The shortest text that is read as the same Float: "1.0", "1e+300", "NaN".
std::string float_text(double number);

}  // namespace hearsay::graphs::csv
