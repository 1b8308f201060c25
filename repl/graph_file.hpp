// The graph that a program run works on: a file, a file that is not there yet, or memory alone.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "graphs/store.hpp"

namespace hearsay::repl {

class GraphFile {
  public:
    static GraphFile in_memory();
    // Opens an existing file for reading. Errors: there is none (names the nearest file beside it); those of
    // Store::open.
    static graphs::Result<GraphFile> open(const std::filesystem::path& file);
    // As `open`, but a file that is not there is an empty graph, which `writable` creates.
    static graphs::Result<GraphFile> open_or_new(const std::filesystem::path& file);

    graphs::PropertyGraph& graph() { return store_.graph(); }
    const graphs::PropertyGraph& graph() const { return store_.graph(); }
    // The store opened for writing; the file is created now if there is none. Errors: those of Store::open.
    graphs::Result<graphs::Store*> writable();

    bool is_new() const { return new_; }            // named, but not on the disk yet
    bool in_memory_only() const { return !file_; }  // will never be on the disk
    std::string name() const { return file_ ? file_->string() : "memory"; }

  private:
    GraphFile(graphs::Store store, std::optional<std::filesystem::path> file, bool is_new)
        : store_(std::move(store)), file_(std::move(file)), new_(is_new) {}

    graphs::Store store_;
    std::optional<std::filesystem::path> file_;
    bool new_ = false;
    bool write_ = false;  // store_ is open for writing
};

// "there is no such graph", with the file beside it whose name is nearest.
std::string no_such_graph(const std::filesystem::path& file);

}  // namespace hearsay::repl
