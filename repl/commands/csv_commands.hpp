// `hearsay import`, and `hearsay export --format csv`.
#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "graphs/csv/import/import_csv.hpp"
#include "graphs/file/shared_store.hpp"
#include "repl/command_line/command_line.hpp"
#include "repl/output/sink.hpp"

namespace hearsay::repl {

// The files that the command line names, or the contents of its folder. The error is what is wrong with it.
tl::expected<graphs::csv::Import, std::string> files_to_import(const Invocation& asked);

// Imports into the file in one transaction, and says how much it was; bad rows go to standard error. False:
// nothing was imported, which was said. Ends at Ctrl-C and at the limits of time and memory.
bool import_into(GraphFile& file, graphs::csv::Import files, const engine::Limits& limits, Sink& out);

// Likewise; nothing stays of an export that was ended.
bool export_tables(const graphs::PropertyGraph& graph, const std::filesystem::path& folder,
                   const engine::Limits& limits, Sink& out);

}  // namespace hearsay::repl
