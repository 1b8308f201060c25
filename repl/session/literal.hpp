// The value of a parameter as a person types it.
#pragma once

#include <optional>
#include <string_view>

#include "graphs/values/value.hpp"

namespace hearsay::repl {

// 42, -1.5, true, null, 'text', [1, 2], {a: 1}, date('2024-03-12'): literals of openCypher and functions of
// literals. nullopt: it is none of these.
std::optional<graphs::Value> literal(std::string_view text);
// The same, and anything else is taken as text as it stands: Moscow, 2024-03-12.
graphs::Value literal_or_text(std::string_view text);

// "NAME=VALUE" cut in two; nullopt if it is no such thing. A leading `$` is not part of the name.
std::optional<std::pair<std::string, std::string>> name_and_value(std::string_view text);
bool is_parameter_name(std::string_view name);

}  // namespace hearsay::repl
