// The system of record: one SQLite file that holds one graph, and the graph in memory that mirrors it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "graphs/error.hpp"
#include "graphs/property_graph.hpp"

namespace hearsay::graphs {

class Store {
  public:
    enum class Access { ReadOnly, ReadWrite };

    // Opens the file, which is created (ReadWrite only) if there is none. Errors: a directory, a file of
    // another kind, a newer format version, no permission, a damaged file. Nothing is changed on an error.
    static Result<Store> open(const std::filesystem::path& file, Access access = Access::ReadWrite);
    // A graph that lives in memory alone; `commit` only accepts its changes.
    static Store in_memory();

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    const PropertyGraph& graph() const;
    PropertyGraph& graph();

    // Writes the changes since the last commit in one transaction. On success they are on the disk; on an
    // error (a full or read-only disk, a locked file) they are taken back from the graph as well, and the
    // file is as it was.
    Result<void> commit();
    void roll_back();  // takes the changes since the last commit back from the graph

    bool read_only() const;
    std::string name() const;  // the file as given; "memory"

  private:
    struct Parts;
    explicit Store(std::unique_ptr<Parts>);
    std::unique_ptr<Parts> parts_;
};

}  // namespace hearsay::graphs
