// DOT text to a picture, by Graphviz's library in this process.
#pragma once

#include <string>

#include "graphs/error.hpp"

namespace hearsay::graphs {

// `format` as Graphviz names it: "svg", "png". Errors: text that is no DOT; what Graphviz reports. One
// picture at a time: Graphviz keeps its state in globals, so a second thread waits.
Result<std::string> render_dot(const std::string& dot, const char* format);

}  // namespace hearsay::graphs
