// Looks through the file of a graph for damage, and reads what can be read of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "graphs/error.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

struct CheckedFile {
    PropertyGraph graph;        // what the file holds; all of it, where there is no fault
    std::vector<Error> faults;  // what is wrong, and where in the file
    // What the file says that it holds, and the graph does not have; 0 where the file does not say it any
    // more.
    std::uint64_t lost_vertices = 0, lost_edges = 0;
};

// Errors: the file is none of a graph or of a newer format, is in use, or cannot be read at all, as of
// Store::open. Only what a killed program left is put right in the file, as any opening does.
Result<CheckedFile> check_file(const std::filesystem::path& file);

// Adds all of one graph to another, which is empty: its elements get the ids from 0 on, in the same order,
// and only names that something bears go with them. The changes are left uncommitted.
void copy_graph(const PropertyGraph& from, PropertyGraph& to);

}  // namespace hearsay::graphs
