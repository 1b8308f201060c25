// The SQLite file of a graph: its tables, reading all of it, writing what changed. Layout and locks:
// graphs/file/FORMAT.md.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "graphs/error.hpp"
#include "graphs/file/disk/file_state.hpp"
#include "graphs/file/disk/lock_wait.hpp"
#include "graphs/file/disk/sqlite.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

class BulkFill;

class GraphFile {
  public:
    enum class Access { Read, Write, Create };  // Write: the file must be there; Create: it need not
    struct Options {
        Access access = Access::Read;
        // How long to wait for a lock that another program holds: for that for writing, right at the opening.
        std::chrono::milliseconds patience{300};
        const std::atomic<bool>* interrupt = nullptr;  // when set, waiting and writing end with an error
    };
    // Errors as of Store::open. A file that is new is made whole, one that is empty gets its tables. Write
    // and Create take the lock for writing, which is held until the end but for the moment of each commit.
    static Result<GraphFile> open(const std::filesystem::path& file, const Options& options);

    // Fills the empty graph. On an error the graph is of no use. Where most ids of the file are dead, the
    // elements get others (graphs/graph/numbering.hpp), and the next `write` writes all of them.
    Result<void> read(PropertyGraph& graph);
    // What SQLite finds wrong with its tables, in its own words: nothing, unless the file is damaged.
    std::vector<Error> check_tables();
    // Whether the file's content is what `read` gave, or `write` wrote, when it stood at that count and
    // state, and the elements had got other ids or not. From then on this writes on top of it.
    bool continues(std::int64_t commit_count, const std::optional<FileState>& state, bool renumbered);
    // Writes what `changes` names in one transaction. On an error the file is as it was, but for what
    // `outcome` says.
    Result<void> write(const PropertyGraph& graph, const PropertyGraph::Changes& changes);
    enum class Outcome {
        AsItWas,
        Written,  // and the error is about something else
        Unknown,  // the disk does not say
    };
    Outcome outcome() const { return outcome_; }  // of the last `write` that failed
    void close();

    // How many commits the content that was read or written last had seen.
    std::int64_t commit_count() const { return commits_; }
    bool renumbered() const { return renumbered_; }  // the graph's ids are others than the file's
    // The file's, while a lock keeps its content; none if another file stands in its place, or the lock is
    // lost.
    std::optional<FileState> state() const;
    // Deletes the file if it was made by the opening, nobody has committed anything to it, and it stands
    // where it was made; true if so. Another file in its place is not touched.
    bool remove_unused();

  private:
    // Its opened_ is none if another file stands there by now.
    static Result<GraphFile> open_existing(const std::filesystem::path& file, const Options& options);
    Result<void> begin();  // the first transaction: it locks the file
    Result<void> check_kind();
    Result<void> create();
    Result<void> lock();  // for writing, until the end of the transaction
    Result<void> read_names(PropertyGraph& graph);
    Result<void> read_indexes(BulkFill& fill);
    int write_indexes(const PropertyGraph& graph);
    void committed(const PropertyGraph& graph);
    Result<void> after_failed_commit(int code, const PropertyGraph& graph);
    int write_all(const PropertyGraph& graph, const PropertyGraph::Changes& changes);
    tl::unexpected<Error> failed(int code) const;

    bool in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }
    Result<void> in_its_place() const;  // error: the file was moved, deleted or replaced

    std::filesystem::path file_;
    Options options_;
    std::unique_ptr<LockWait> wait_;  // of db_
    sqlite::Connection db_;
    std::optional<FileState> opened_;  // which file db_ has open
    bool made_ = false;                // this program has made it, when it was opened
    Outcome outcome_ = Outcome::AsItWas;
    bool renumbered_ = false;
    std::int64_t format_ = 0;   // as the file says it
    std::int64_t commits_ = 0;  // how many the file has seen: tells whether another program has written
};

}  // namespace hearsay::graphs
