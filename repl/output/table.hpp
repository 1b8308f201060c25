// Rows as a box of text.
#pragma once

#include "repl/output/write_result.hpp"

namespace hearsay::repl {

void write_table(Sink& sink, const graphs::PropertyGraph& graph, const engine::QueryResult& result,
                 const Look& look);

// The widths that columns get when `natural` widths do not fit into `room` columns of text: narrow ones keep
// theirs, wide ones share the rest. Empty if a column would get less than `least` although it needs more.
std::vector<std::size_t> fit_columns(const std::vector<std::size_t>& natural, std::size_t room,
                                     std::size_t least);

// "1 row", "12,345 rows"
std::string count_of(std::size_t count, std::string_view one, std::string_view many);
// "3.2 ms", "12.41 s"
std::string duration_text(double seconds);

}  // namespace hearsay::repl
