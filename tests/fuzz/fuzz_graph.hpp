// The small graph that statements are run over, and what must be true of any graph.
#pragma once

#include <string>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::fuzz {

// Every label, type and key that the dictionary and the seeds name, values of each kind, a loop, two edges
// between the same two vertices, a vertex with two labels and one with none.
graphs::PropertyGraph small_graph();

// Everything alive in the graph as text: equal for equal graphs.
std::string fingerprint(const graphs::PropertyGraph& graph);

// Counts, listings by label and type, both directions of edges and the index agree; else the program ends.
void check_graph(const graphs::PropertyGraph& graph);

}  // namespace hearsay::fuzz
