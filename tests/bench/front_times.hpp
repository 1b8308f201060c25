// How long a statement's text takes until it can run.
#pragma once

#include <cstddef>
#include <string_view>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::bench {

struct FrontTimes {
    double parse = 0, check = 0, plan = 0, operators = 0;  // microseconds, each the least of all repetitions
};

// REQUIRES: the statement is a query without parameters and has no error.
FrontTimes front_times(graphs::PropertyGraph& graph, std::string_view text, std::size_t repetitions);

}  // namespace hearsay::bench
