// A value as JSON, whole: nothing is cut.
//
//   node          {"id": 7, "labels": ["Actor"], "properties": {"name": "X"}}
//   relationship  {"id": 3, "type": "CLAIMS", "start": 7, "end": 9, "properties": {...}}
//   path          {"nodes": [...], "relationships": [...]}
//   date          "2024-03-12"
//   NaN, Infinity "NaN", "Infinity", "-Infinity": JSON has no such numbers
//
// `id`, `start` and `end` are the graph's own numbers, as the function id() gives them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphs/graph/property_graph.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::repl {

std::string to_json(const graphs::PropertyGraph& graph, const graphs::Value& value);
std::string json_string(std::string_view text);

// JSON that says the same, with the characters that could steer a terminal (terminal/text_width.hpp) as
// escapes, "\u009b". What the functions above give is so already.
std::string harmless_json(std::string_view json);

// The keys under which the columns of a row stand. A name that comes again gets a number: n, n_2, n_3.
std::vector<std::string> distinct_keys(const std::vector<std::string>& columns);

}  // namespace hearsay::repl
