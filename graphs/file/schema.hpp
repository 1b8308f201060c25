// The tables of a graph's file: an empty file with them, and whether a file has these and nothing else.
#pragma once

#include <cstdint>
#include <string>

#include "graphs/error.hpp"
#include "graphs/file/disk/sqlite.hpp"

namespace hearsay::graphs::layout {

// The tables and the row of an empty graph, in the transaction that is open. Gives SQLite's code.
int make_tables(const sqlite::Connection& db);

// The bytes of a file that holds an empty graph.
Result<std::string> empty_file();

// What the file has beside the tables of its format, or lacks of them, as a reason: "has a trigger named x,
// ...". Empty if nothing. A file may come from anybody: what Hearsay did not make has no business in it.
std::string foreign_schema(const sqlite::Connection& db, std::int64_t format, int& code);

}  // namespace hearsay::graphs::layout
