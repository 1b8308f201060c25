// The first line of a CSV file: names of columns, and their types where they are said.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "graphs/csv/cells/type.hpp"
#include "graphs/csv/text/rows_of_text.hpp"

namespace hearsay::graphs::csv {

struct ColumnName {
    std::string name;
    std::optional<CellType> type;
    bool only_id = false;  // `:id`: tells rows apart in the files, and does not become a property
};

// `name` or `name:type`, each name once; the first `keys` are those of keys, not of properties. The error is
// what is wrong, as a sentence about the file.
tl::expected<std::vector<ColumnName>, std::string> read_header(std::span<const Field> fields,
                                                               std::size_t keys);

}  // namespace hearsay::graphs::csv
