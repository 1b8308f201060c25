// The graph that a program run works on: a file, a file that is not there yet, or memory alone.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "graphs/file/store.hpp"

namespace hearsay::repl {

class GraphFile {
  public:
    static GraphFile in_memory();
    // Opens an existing file for reading. Errors: those of Store::open.
    static graphs::Result<GraphFile> open(const std::filesystem::path& file);
    // As `open`, but a file that is not there is an empty graph, which `writable` creates.
    static graphs::Result<GraphFile> open_or_new(const std::filesystem::path& file);

    graphs::PropertyGraph& graph() { return store_.graph(); }
    const graphs::PropertyGraph& graph() const { return store_.graph(); }

    // Runs `statement`, which changes the graph or only reads it, on what the file holds now, and writes what
    // it changed; the file is created then if there is none. Where another program has written in the
    // meantime, the file is read anew and the statement runs once more, while others are kept from writing.
    // False: the statement failed, which gives false and leaves the graph as it was. Errors: nothing could be
    // written, or `interrupt` was set before it was; the graph and the file are as they were, unless
    // `changed_anyway`.
    graphs::Result<bool> run(const std::function<bool()>& statement, const std::atomic<bool>* interrupt);
    bool changed_anyway() const { return store_.changed_anyway(); }  // as of Store
    // The store, for many commits: other programs are kept from writing the file until `end_writing`. Errors:
    // those of Store::begin_writing. `interrupt` ends waiting and commits with an error.
    graphs::Result<graphs::Store*> writable(const std::atomic<bool>* interrupt = nullptr);
    void end_writing() { store_.end_writing(); }

    bool is_new() const { return !store_.is_there(); }             // named, but not on the disk yet
    bool in_memory_only() const { return store_.is_in_memory(); }  // will never be on the disk
    std::string name() const { return store_.name(); }
    // Why `run` could not read the file anew, so that the graph is as it was read before; said once.
    std::optional<graphs::Error> take_warning() { return std::exchange(warning_, std::nullopt); }

  private:
    explicit GraphFile(graphs::Store store) : store_(std::move(store)) {}
    graphs::Result<bool> try_to_run(const std::function<bool()>& statement,
                                    const std::atomic<bool>* interrupt);

    graphs::Store store_;
    std::optional<graphs::Error> warning_;
    std::string warned_;  // the reason that was given last
};

}  // namespace hearsay::repl
