// DOT text to a picture, by Graphviz's library in a process of its own (run_apart.hpp): it can be ended.
#pragma once

#include <atomic>
#include <string>

#include "graphs/error.hpp"

namespace hearsay::graphs {

// `format` as Graphviz names it: "svg", "png". What cannot be laid out in layers within some seconds, because
// its edges are too many or too tangled, is laid out by forces, with straight lines. Errors: text that is no
// DOT; what Graphviz reports; `interrupt` was set.
Result<std::string> render_dot(const std::string& dot, const char* format,
                               const std::atomic<bool>* interrupt = nullptr);

}  // namespace hearsay::graphs
