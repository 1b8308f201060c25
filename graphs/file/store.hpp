// The system of record: one SQLite file that holds one graph, and the graph in memory that mirrors it.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "graphs/error.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

class Store {
  public:
    enum class Access { ReadOnly, ReadWrite };

    // Opens the file, which is created (ReadWrite only) if there is none. Errors: a directory, a file of
    // another kind, a newer format version, no permission, a damaged file. Nothing is changed on an error.
    // ReadWrite keeps other programs from writing the file until `end_writing` or the store's end.
    static Result<Store> open(const std::filesystem::path& file, Access access = Access::ReadWrite);
    // Opens the file for reading; where there is none, or an empty one, as `not_yet_there`.
    static Result<Store> open_or_new(const std::filesystem::path& file);
    // An empty graph for a file that does not exist yet, or is empty: the first `begin_writing` creates it.
    static Store not_yet_there(const std::filesystem::path& file);
    // A graph that lives in memory alone; `commit` only accepts its changes.
    static Store in_memory();

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    const PropertyGraph& graph() const;
    PropertyGraph& graph();

    // Reads the file anew if another program has written it since; true if so. Cheap if not: the file is not
    // opened then. REQUIRES: no uncommitted changes. Errors: the file is gone, or those of `open`; the graph
    // stays as it was.
    Result<bool> refresh();

    // Makes a store that is open for reading one that may commit: keeps other programs from writing the file
    // until `end_writing`, waiting some seconds while one does. False: the file was changed since it was
    // read; the graph has been read anew, and uncommitted changes are dropped. Errors: the file is gone,
    // locked, read-only, or `interrupt` was set while waiting; uncommitted changes are taken back.
    // `interrupt` ends `commit` too, as an error.
    Result<bool> begin_writing(const std::atomic<bool>* interrupt = nullptr);
    void end_writing();

    // Writes the changes since the last commit in one transaction. On success they are on the disk; on an
    // error (a full or read-only disk, a locked file) they are taken back from the graph as well, and the
    // file is as it was, unless `changed_anyway`.
    Result<void> commit();
    // Of the last commit, if it failed: the changes are in the file, or it cannot be told whether they are;
    // the error says why that is not well even so.
    bool changed_anyway() const;
    void roll_back();  // takes the changes since the last commit back from the graph

    bool read_only() const;     // `commit` needs `begin_writing` first
    bool is_in_memory() const;  // will never be on the disk
    bool is_there() const;      // in memory, or the file exists as far as is known
    std::string name() const;   // the file as given; "memory"

  private:
    struct Parts;
    explicit Store(std::unique_ptr<Parts>);
    std::unique_ptr<Parts> parts_;
};

}  // namespace hearsay::graphs
