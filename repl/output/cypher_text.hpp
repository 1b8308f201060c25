// A value as it is written in Cypher: 'text', [1, 2], {a: 1}, (:Actor {name: 'X'}), [:CLAIMS {cue: 'said'}].
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "graphs/graph/property_graph.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::repl {

// `longest_text`: strings inside nodes and relationships are cut to so many columns, with `…`; nothing is cut
// without it.
std::string to_cypher(const graphs::PropertyGraph& graph, const graphs::Value& value,
                      std::optional<std::size_t> longest_text = {});

// The same, but temporal values are calls that give them, date('2031-04-09'), so that the text is an
// expression: what is a constant reads back as it was (NaN and the infinities, which Cypher cannot write, do
// not).
std::string to_expression(const graphs::PropertyGraph& graph, const graphs::Value& value);

// 'It\'s' and a name with back-quotes where it needs them.
std::string quote(std::string_view text);
std::string quote_name(std::string_view name);

// The shortest text that reads back as the same number: "0.1", "1.0", "1.0E20", "NaN", "Infinity".
std::string float_text(double number);

}  // namespace hearsay::repl
