// All of a graph as text, through every way in which it can be read, and whether these ways agree.
#pragma once

#include <string>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::faults {

// What the file holds: names, vertices, edges, indexes that were asked for. Equal for equal graphs.
std::string dump_content(const graphs::PropertyGraph& graph);

// That, and what else is kept beside it: lists by label, adjacency in both directions, counts, values and
// words found by indexes. All of it is also counted and looked for one by one; where the two differ, the text
// says so in a line that begins with `WRONG`.
std::string dump_all(const graphs::PropertyGraph& graph);

}  // namespace hearsay::faults
