// A whole graph as CSV files that `import_csv` reads.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>

#include "graphs/error.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs::csv {

struct Exported {
    std::uint64_t vertices = 0, edges = 0, files = 0;
};

// Writes one file for each set of labels and for each edge type between two such sets, and `contents.csv`,
// which says what each holds. Every column says its type, so what is read back is the same, to the kind of
// each value. The first column is the property `id` where each node has one, an integer or a text, that no
// other node with its labels has; otherwise all files have a number of their own for it (`:id`), which does
// not become a property. The folder is made; errors: it is there and not empty, or cannot be written, or
// `interrupt` was set; what was written by then is removed.
Result<Exported> export_csv(const PropertyGraph& graph, const std::filesystem::path& folder,
                            const std::atomic<bool>* interrupt = nullptr);

}  // namespace hearsay::graphs::csv
