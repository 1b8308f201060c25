// Whether the statements of a graph still lead back to their sentences: what GraphBuilder promises of
// statements and their edges, and what a person who changed the graph by hand may have broken.
#pragma once

#include <cstddef>
#include <vector>

#include "graphs/error.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::engine {

struct CheckedClaims {
    std::size_t articles = 0, statements = 0;
    std::size_t evidence = 0;           // edges CLAIMS, DENIES and ATTRIBUTES to statements
    std::size_t broken = 0;             // how many statements and edges something is wrong with
    std::vector<graphs::Error> faults;  // of the first of them: which one, and what
};

// Statements and edges without an `article` are a person's own and are passed over.
CheckedClaims check_claims(const graphs::PropertyGraph& graph, std::size_t most_faults = 20);

}  // namespace hearsay::engine
