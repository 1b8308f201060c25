// A graph written by hand, a line an element, and values as text.
#pragma once

#include <string>
#include <vector>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::scripts {

// Lines `vertex NAME:Label:Label {key: value}` and `edge NAME -TYPE-> NAME {key: value}`; labels and
// properties may be missing. Throws std::runtime_error that quotes a line it does not understand.
graphs::PropertyGraph make_graph(const std::vector<std::string>& lines);

// The value of an openCypher expression without variables. Throws std::runtime_error.
graphs::Value value_of(const std::string& expression);

// As openCypher writes it: 'text', 1.5, [1, 2], {key: 1}, (:Label {key: 1}), [:TYPE], <(:A)-[:T]->(:B)>.
std::string text_of(const graphs::Value& value, const graphs::PropertyGraph& graph);

}  // namespace hearsay::scripts
