// The claims graph of claims_bench, read from CSV files by the public import.
#pragma once

#include <filesystem>

#include "graphs/error.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::bench {

// Fills the empty graph with entity.csv, article.csv, statement.csv (id, then properties) and claims.csv,
// denies.csv, attributes.csv, mentions.csv, reported_in.csv (from, to) of a folder. Errors: a file cannot be
// read, a bad row.
graphs::Result<void> load_claims(graphs::PropertyGraph& graph, const std::filesystem::path& folder);

}  // namespace hearsay::bench
