// `hearsay check`.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "repl/output/sink.hpp"

namespace hearsay::repl {

// Looks for damage in the graph's file and says what it found: what is wrong on standard error, how much is
// there on `out`. What can be read of a damaged file goes into a new one, `rescue`, if that is named. False:
// the file is damaged, or no new one could be made. Statements that do not lead back to their sentence are
// only warned of: whoever has changed the graph may have meant it.
bool check_graph(const std::filesystem::path& file, const std::optional<std::string>& rescue, Sink& out);

}  // namespace hearsay::repl
