// The file that a user names as the graph.
#pragma once

#include <filesystem>
#include <string>

#include "graphs/file/shared_store.hpp"

namespace hearsay::repl {

// There is no such file, or an empty one.
bool is_no_graph(const std::filesystem::path& file);
// Why there is no graph in this file: there is none, with the file beside it whose name is nearest; or it is
// empty.
std::string no_such_graph(const std::filesystem::path& file);

// Opens an existing graph for reading. Errors: there is none; those of GraphFile::open.
graphs::Result<GraphFile> open_graph(const std::filesystem::path& file);

}  // namespace hearsay::repl
