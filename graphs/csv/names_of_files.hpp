// What a CSV file holds, as it is said on a command line and in a folder's contents.csv.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/csv/import/import_csv.hpp"

namespace hearsay::graphs::csv {

// Labels between `:` or `&`; one that holds such a sign, or = or `, stands between ` (which is doubled in
// it). Nothing is no label. None where a name is empty, or a ` is never closed.
std::optional<std::vector<std::string>> labels_from(std::string_view text);
std::string labels_text(const std::vector<std::string>& labels);

// "LABEL=FILE", "LABEL:LABEL=FILE". The error has what is wrong, without the text itself.
Result<NodeFile> node_file_from(std::string_view text);
// "TYPE:FROM:TO=FILE"; FROM and TO: labels between &, or nothing.
Result<EdgeFile> edge_file_from(std::string_view text);

// The file that says what the others in a folder hold: columns kind (nodes, edges), name (labels, or the
// type), from, to, file.
inline constexpr const char* contents_file = "contents.csv";
Result<Import> read_contents(const std::filesystem::path& folder);

}  // namespace hearsay::graphs::csv
