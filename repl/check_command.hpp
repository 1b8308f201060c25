// `hearsay check`.
#pragma once

#include <filesystem>

#include "repl/output/sink.hpp"

namespace hearsay::repl {

// Looks for damage in the graph's file and says what it found: what is wrong on standard error, how much is
// there on `out`. False: something is wrong.
bool check_graph(const std::filesystem::path& file, Sink& out);

}  // namespace hearsay::repl
