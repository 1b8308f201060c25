// The DOT text of a part of the graph.
#pragma once

#include <string>

#include "graphs/pictures/picture.hpp"

namespace hearsay::graphs {

// REQUIRES: the selection names alive elements, each once, ascending, and every edge's ends. `dots_per_inch`
// is for pictures of pixels; 0 leaves it to the program that reads the text.
std::string write_dot(const PropertyGraph& graph, const Selection& selection, const Styles& styles,
                      int dots_per_inch);

}  // namespace hearsay::graphs
