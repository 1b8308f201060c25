#include "graphs/file/graph_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "graphs/file/disk/new_file.hpp"
#include "graphs/file/layout.hpp"
#include "graphs/file/schema.hpp"

namespace hearsay::graphs {

using namespace layout;

namespace {

constexpr int most_tries = 10;

std::string system_reason(int number) {
    return std::system_category().message(number);
}

// What can be said before SQLite is asked. Errors of the operating system in its own words.
Result<bool> look_at(const std::filesystem::path& file, GraphFile::Access access) {
    const bool read_only = access == GraphFile::Access::Read;
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    const std::string name = file.string();
    if (status.type() == std::filesystem::file_type::not_found) {
        if (read_only) return fail(name, "does not exist");
        if (access == GraphFile::Access::Write)
            return fail(name, "is not there any more: it was moved or deleted");
        const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
        if (!std::filesystem::is_directory(folder, error))
            return fail(name, "cannot be created: its folder does not exist");
        if (::access(folder.c_str(), W_OK) != 0) {
            return fail(name,
                        "cannot be created: its folder cannot be written (" + system_reason(errno) + ")");
        }
        return false;
    }
    if (error) return fail(name, "cannot be opened (" + error.message() + ")");
    if (status.type() == std::filesystem::file_type::directory) return fail(name, "is a directory");
    if (status.type() != std::filesystem::file_type::regular) return fail(name, "is not a regular file");
    if (::access(file.c_str(), R_OK) != 0) return fail(name, "cannot be read (" + system_reason(errno) + ")");
    if (!read_only && ::access(file.c_str(), W_OK) != 0)
        return fail(name, "cannot be written (" + system_reason(errno) + ")");
    // SQLite takes a file that is shorter than its smallest page for an empty one.
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (!error && size > 0 && size < 512) return fail(name, "is not a Hearsay graph");
    return true;
}

}  // namespace

tl::unexpected<Error> GraphFile::failed(int code) const {
    return fail(file_.string(), sqlite::reason(db_.get(), code));
}

Result<GraphFile> GraphFile::open(const std::filesystem::path& file, const Options& options) {
    // Others may delete or replace the file between two steps: a writer then begins again.
    for (int tries = 0;; ++tries) {
        const Result<bool> exists = look_at(file, options.access);
        if (!exists) return tl::unexpected(exists.error());
        std::optional<FileState> made;
        if (!*exists) {
            const Result<std::string> empty = empty_file();
            if (!empty) return fail(file.string(), empty.error().reason);
            const auto placed = make_new_file(file, *empty);
            if (!placed) return tl::unexpected(placed.error());
            made = *placed;
        }
        Result<GraphFile> opened = open_existing(file, options);
        if (!opened) return opened;
        const bool reads = options.access == Access::Read;
        if (!opened->opened_ && !reads && tries < most_tries) continue;
        if (!opened->opened_ && !reads) return fail(file.string(), "was replaced again and again");
        opened->made_ = made && opened->opened_ && made->same_file(*opened->opened_);
        return opened;
    }
}

Result<GraphFile> GraphFile::open_existing(const std::filesystem::path& file, const Options& options) {
    GraphFile opened;
    opened.file_ = file;
    opened.options_ = options;
    opened.wait_ = std::make_unique<LockWait>(options.interrupt);
    // For reading as well: what a killed program left is put right first, which takes writing. SQLite itself
    // falls back to reading only where the file or the disk allows no more.
    if (const int code = opened.db_.open(file, SQLITE_OPEN_READWRITE); code != SQLITE_OK)
        return opened.failed(code);
    opened.wait_->set(opened.db_.get(),
                      options.access == Access::Read ? patience_for_commit : options.patience);
    Result<void> ready = opened.begin();
    if (ready) ready = opened.check_kind();
    if (!ready) {
        opened.close();
        return tl::unexpected(ready.error());
    }
    opened.opened_ = state_of(file);
    if (opened.db_.has_moved()) opened.opened_.reset();
    return opened;
}

Result<void> GraphFile::begin() {
    const bool read_only = options_.access == Access::Read;
    int code = db_.run(set_page_size().c_str());
    if (code == SQLITE_OK) code = db_.run("PRAGMA synchronous=EXTRA; PRAGMA secure_delete=OFF");
    if (code == SQLITE_OK) code = db_.run(read_only ? "PRAGMA query_only=ON; BEGIN" : "BEGIN IMMEDIATE");
    // SQLite opens what it may not write for reading, and says so only later.
    if (code == SQLITE_OK && !read_only && sqlite3_db_readonly(db_.get(), "main") == 1)
        code = SQLITE_READONLY;
    return code == SQLITE_OK ? Result<void>() : failed(code);
}

// A transaction has begun, but nothing is written unless the file is ours or empty.
Result<void> GraphFile::check_kind() {
    int code = SQLITE_OK;
    const std::int64_t tables = db_.number("SELECT count(*) FROM sqlite_schema", code);
    if (code != SQLITE_ROW) return failed(code);
    const std::int64_t application = db_.number("PRAGMA application_id", code);
    if (code != SQLITE_ROW) return failed(code);
    const std::int64_t format = db_.number("PRAGMA user_version", code);
    if (code != SQLITE_ROW) return failed(code);
    if (tables == 0 && application == 0 && format == 0) {
        if (options_.access == Access::Create) return create();
        return fail(file_.string(), "is empty: it is not a Hearsay graph");
    }
    if (application != application_id)
        return fail(file_.string(), "is another SQLite file, not a Hearsay graph");
    if (format > newest_format) {
        return fail(file_.string(), "was written by a newer Hearsay (format " + std::to_string(format) +
                                        "; this one reads formats up to " + std::to_string(newest_format) +
                                        ")");
    }
    if (format < 1) return fail(file_.string(), "is damaged: it names no format");
    format_ = format;
    const std::string foreign = foreign_schema(db_, format, code);
    if (code != SQLITE_OK) return failed(code);
    return foreign.empty() ? Result<void>() : fail(file_.string(), foreign);
}

// In an empty file that was there already: a kill leaves it as that, once it is opened again.
Result<void> GraphFile::create() {
    int code = make_tables(db_);  // in the transaction that has begun
    if (code == SQLITE_OK) code = db_.run("COMMIT");
    if (code != SQLITE_OK) return failed(code);
    format_ = format_without_indexes;
    return lock();
}

bool GraphFile::remove_unused() {
    int code = SQLITE_OK;
    // Under the lock, so that nobody commits to it on the way.
    if (!made_ || !in_transaction() || db_.number("SELECT commits FROM graph", code) != 0 ||
        code != SQLITE_ROW || !in_its_place())
        return false;
    std::error_code error;
    const std::filesystem::path itself = std::filesystem::canonical(file_, error);  // not a link to it
    return !error && std::filesystem::remove(itself, error) && !error;
}

Result<void> GraphFile::lock() {
    if (in_transaction()) return {};
    wait_->set(db_.get(), options_.patience);
    int code = db_.run("BEGIN IMMEDIATE");
    if (code != SQLITE_OK) return failed(code);
    const std::int64_t commits = db_.number("SELECT commits FROM graph", code);
    if (code != SQLITE_ROW) return failed(code);
    if (commits != commits_) {
        db_.run("ROLLBACK");
        return fail(file_.string(), "was changed by another program; open it again");
    }
    return {};
}

std::vector<Error> GraphFile::check_tables() {
    std::vector<Error> faults;
    sqlite::Statement rows(db_, "PRAGMA integrity_check");
    while (rows.step() == SQLITE_ROW)
        if (rows.bytes(0) != "ok") faults.push_back({file_.string(), std::string(rows.bytes(0))});
    if (rows.code() != SQLITE_DONE) faults.push_back(failed(rows.code()).value());
    return faults;
}

bool GraphFile::continues(std::int64_t commit_count, const std::optional<FileState>& then, bool renumbered) {
    int code = SQLITE_OK;
    if (!in_transaction() || db_.number("SELECT commits FROM graph", code) != commit_count ||
        code != SQLITE_ROW)
        return false;
    // Without a commit there is nothing in it, whichever file it is.
    if (commit_count > 0 && (!then || state() != then)) return false;
    commits_ = commit_count;
    renumbered_ = renumbered;
    return true;
}

std::optional<FileState> GraphFile::state() const {
    if (!in_transaction() || !in_its_place()) return std::nullopt;
    return state_of(file_);
}

Result<void> GraphFile::in_its_place() const {
    const std::optional<FileState> now = state_of(file_);
    if (now && opened_ && now->same_file(*opened_)) return {};
    return fail(file_.string(),
                now ? "was replaced by another file" : "is not there any more: it was moved or deleted");
}

void GraphFile::close() {
    if (db_.get() != nullptr && in_transaction()) db_.run("ROLLBACK");
    db_.close();
}

}  // namespace hearsay::graphs
