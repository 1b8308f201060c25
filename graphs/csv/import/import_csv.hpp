// Bulk import: many CSV files into a property graph.
//
// A file begins with a line of column names. Of vertices: the first column is the id, which becomes the
// property `id`, then the properties. Of edges: `from`, `to`, then the properties; `from` and `to` are ids of
// vertices that carry the labels named for them, in this import or already in the graph. A name may say its
// type (`born:date`, csv::CellType); otherwise the type is the narrowest one that fits every cell of the
// column. Nothing between two commas is no value; "" is the empty text.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "graphs/error.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs::csv {

struct NodeFile {
    std::vector<std::string> labels;  // of every vertex in the file; may be empty
    std::filesystem::path file;
};

struct EdgeFile {
    std::string type;
    std::vector<std::string> from, to;  // labels that the ends carry; empty: any vertex
    std::filesystem::path file;
};

struct Import {
    std::vector<NodeFile> nodes;
    std::vector<EdgeFile> edges;
    bool skip_bad = false;  // leave bad rows out, instead of importing nothing
    char delimiter = ',';
    const std::atomic<bool>* interrupt = nullptr;  // when set, nothing is imported
};

struct BadRow {
    std::string file;
    std::uint64_t line = 0;  // from 1; 0 where it is the file as a whole
    std::string reason;
};

// How many bad rows are named; the others are counted.
inline constexpr std::size_t bad_rows_named = 20;

struct Imported {
    std::uint64_t vertices = 0, edges = 0;
    std::uint64_t bad_rows = 0;  // left out
    std::vector<BadRow> bad;     // the first ones, by file and line
};

struct Outcome {
    // False: nothing was imported, and `imported.bad` says why. With `skip_bad` only a file as a whole can
    // stand in the way: it cannot be read, its header is wrong, a quotation mark is never closed.
    bool done = false;
    Imported imported;
};

// Reads all of the files, then changes the graph: all or nothing. The change is one that the graph can take
// back. Nodes and edges are read side by side, by two threads.
Outcome import_csv(PropertyGraph& graph, const Import& what);

}  // namespace hearsay::graphs::csv
