// The rows of a query in the form that the user asked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/query/statement/run_query.hpp"
#include "graphs/graph/property_graph.hpp"
#include "repl/output/sink.hpp"

namespace hearsay::repl {

enum class Format { Table, Json, JsonLines, Csv, CsvExact, Markdown };
std::optional<Format> format_from(std::string_view name);  // one of `format_names`
std::string_view name_of(Format format);
const std::vector<std::string>& format_names();  // "table", "json", "jsonl", "csv", "csv-exact", "markdown"

// How results look. The default is right for files and pipes: plain characters, nothing cut.
struct Look {
    Format format = Format::Table;
    bool boxes = false;     // lines drawn with Unicode's box characters instead of + - |
    bool colour = false;    // escape sequences for headers and null
    bool terminal = false;  // control characters in data are made harmless in every format
    std::optional<std::size_t>
        width;  // tables are fitted to so many columns: long values wrap, very long ones are cut
    std::optional<std::size_t> rows;  // a table shows so many rows at most, and says so
    std::optional<double> seconds;    // shown under a table
};

// table     a box, a row a record; on a narrow window one value a line. Under it the number of rows, and what
//           the statement changed; this alone where it has no columns
// json      one array of objects with whole values (json_text.hpp); columns of one name become n, n_2, ...
// jsonl     one such object a line
// csv       RFC 4180: a header, lines end in CR LF, null is nothing and empty text is ""; lists, maps, nodes
//           as JSON. A text that a spreadsheet would take for a formula has a ' before it (OWASP, "CSV
//           Injection"): one that begins with = + - @, a tab or a line end, and is no number
// csv-exact the same without that '
// markdown  a table as GitHub writes it
//
// A plan (EXPLAIN, PROFILE) is printed as its lines in the formats table and markdown. A statement without
// columns gives an empty array in json, and nothing in jsonl, csv, csv-exact and markdown.
void write_result(Sink& sink, const graphs::PropertyGraph& graph, const engine::QueryResult& result,
                  const Look& look);

}  // namespace hearsay::repl
