// The scenarios that are known to fail: a line each, the id, two spaces, the reason. `#` begins a comment
// line.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace hearsay::tck {

// Reasons by id. Throws std::runtime_error, which names file and line, if the file cannot be read, a line has
// no reason or an id stands twice.
std::map<std::string, std::string> read_failing_list(const std::filesystem::path& file);

}  // namespace hearsay::tck
