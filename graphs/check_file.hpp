// Looks through the file of a graph for damage.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "graphs/error.hpp"
#include "graphs/property_graph.hpp"

namespace hearsay::graphs {

struct CheckedFile {
    PropertyGraph graph;        // what the file holds; all of it, where there is no fault
    std::vector<Error> faults;  // what is wrong, and where in the file
};

// Errors: the file cannot be looked into at all, as of Store::open.
Result<CheckedFile> check_file(const std::filesystem::path& file);

}  // namespace hearsay::graphs
