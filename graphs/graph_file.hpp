// The SQLite file of a graph: its tables, reading all of it, writing what changed. Layout and locks:
// graphs/FORMAT.md.
#pragma once

#include <cstdint>
#include <filesystem>

#include "graphs/error.hpp"
#include "graphs/property_graph.hpp"
#include "graphs/sqlite.hpp"

namespace hearsay::graphs {

class GraphFile {
  public:
    // Errors as of Store::open. A file that is new or empty gets its tables here.
    static Result<GraphFile> open(const std::filesystem::path& file, bool read_only);

    // Fills the empty graph. On an error the graph is of no use.
    Result<void> read(PropertyGraph& graph);
    // Writes what `changes` names in one transaction; on an error the file is as it was.
    Result<void> write(const PropertyGraph& graph, const PropertyGraph::Changes& changes);
    void close();

  private:
    Result<void> begin();  // the first transaction: it locks the file
    Result<void> check_kind();
    Result<void> create();
    Result<void> lock();  // for writing, until the end of the transaction
    Result<void> read_names(PropertyGraph& graph);
    int write_all(const PropertyGraph& graph, const PropertyGraph::Changes& changes);
    tl::unexpected<Error> failed(int code) const;

    std::filesystem::path file_;
    bool read_only_ = false;
    sqlite::Connection db_;
    std::int64_t commits_ = 0;  // how many the file has seen: tells whether another program has written
};

}  // namespace hearsay::graphs
