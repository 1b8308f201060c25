// The questions that claims_bench asks of a claims graph.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "graphs/error.hpp"

namespace hearsay::bench {

struct Task {
    std::string name;
    std::string text;    // one statement
    bool pairs = false;  // of the answer's three columns the first two may be swapped in any row
};

// `params_file`: the names that the texts ask for, as a JSON object with the strings hub, mid, path_a,
// path_b, reach_from and word. Errors: it cannot be read, one of them is missing.
graphs::Result<std::vector<Task>> read_tasks(const std::filesystem::path& params_file);

}  // namespace hearsay::bench
