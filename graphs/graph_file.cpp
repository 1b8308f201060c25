#include "graphs/graph_file.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <future>
#include <system_error>

#include "graphs/bulk_fill.hpp"
#include "graphs/bytes.hpp"
#include "graphs/chunk.hpp"

namespace hearsay::graphs {
namespace {

constexpr std::int64_t application_id = 1213415769;  // "HSAY"
constexpr std::int64_t newest_format = 3;
// A file without indexes is one of this format.
constexpr std::int64_t format_without_indexes = 2;
enum NameKind { label_names = 0, type_names = 1, key_names = 2 };

// Long enough for a commit of another program, or for its readers to be done.
constexpr std::chrono::milliseconds patience_for_commit{10'000};

constexpr const char* schema =
    "PRAGMA application_id=1213415769;"
    "CREATE TABLE graph(one INTEGER PRIMARY KEY CHECK(one=1), vertices INTEGER NOT NULL, edges INTEGER NOT "
    "NULL,"
    " vertex_capacity INTEGER NOT NULL, edge_capacity INTEGER NOT NULL, commits INTEGER NOT NULL,"
    " checksum INTEGER NOT NULL);"
    "CREATE TABLE names(kind INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY(kind, "
    "id))"
    " WITHOUT ROWID;"
    "CREATE TABLE vertices(chunk INTEGER PRIMARY KEY, content BLOB NOT NULL);"
    "CREATE TABLE edges(chunk INTEGER PRIMARY KEY, content BLOB NOT NULL);";

constexpr const char* schema_of_indexes =
    "CREATE TABLE IF NOT EXISTS indexes(name TEXT PRIMARY KEY, kind INTEGER NOT NULL, label TEXT NOT NULL,"
    " key TEXT NOT NULL) WITHOUT ROWID;";

std::string set_format(std::int64_t format) {
    return "PRAGMA user_version=" + std::to_string(format);
}

// The numbers in the row of `graph`, in order.
using Counts = std::array<std::uint64_t, 5>;
enum CountOf { vertices, edges, vertex_capacity, edge_capacity, commits };

Counts counts_of(const PropertyGraph& graph, std::int64_t commit_count) {
    return {graph.vertex_count(), graph.edge_count(), graph.vertex_capacity(), graph.edge_capacity(),
            static_cast<std::uint64_t>(commit_count)};
}

// Over the counts, every name and every index.
std::int64_t checksum_of(const PropertyGraph& graph, const Counts& counts) {
    ByteWriter all;
    for (const std::uint64_t n : counts) all.number(n);
    for (std::uint32_t i = 0; i < graph.label_count(); ++i) all.text(graph.name(LabelId{i}));
    all.byte(0);
    for (std::uint32_t i = 0; i < graph.type_count(); ++i) all.text(graph.name(TypeId{i}));
    all.byte(0);
    for (std::uint32_t i = 0; i < graph.key_count(); ++i) all.text(graph.name(KeyId{i}));
    for (const IndexDefinition& index : graph.indexes()) {
        all.byte(0);
        all.text(index.name);
        all.byte(static_cast<std::uint8_t>(index.kind));
        all.text(index.label);
        all.text(index.key);
    }
    return static_cast<std::int64_t>(checksum(all.bytes(), 0));
}

std::string system_reason(int number) {
    return std::system_category().message(number);
}

std::int64_t format_of(const PropertyGraph& graph) {
    return graph.indexes().empty() ? format_without_indexes : newest_format;
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

// Reads one table of chunks through a decoder. SQLITE_OK, SQLite's failure, or SQLITE_CORRUPT.
template <class Decode>
int read_chunks(const sqlite::Connection& db, const char* sql, BulkFill& fill, Decode&& decode) {
    sqlite::Statement rows(db, sql);
    while (rows.step() == SQLITE_ROW) {
        const std::int64_t chunk = rows.number(0);
        if (chunk < 0 || chunk > VertexId::none().value / chunk_size) return SQLITE_CORRUPT;
        if (!decode(rows.bytes(1), static_cast<std::uint32_t>(chunk), fill)) return SQLITE_CORRUPT;
    }
    return rows.code() == SQLITE_DONE ? SQLITE_OK : rows.code();
}

template <class ElementId>
std::vector<std::uint32_t> chunks_of(const std::vector<ElementId>& ascending) {
    std::vector<std::uint32_t> chunks;
    for (const ElementId id : ascending) {
        if (chunks.empty() || chunks.back() != id.value / chunk_size) chunks.push_back(id.value / chunk_size);
    }
    return chunks;
}

template <class Encode>
int write_chunks(const sqlite::Connection& db, const LockWait& wait, const std::vector<std::uint32_t>& chunks,
                 const char* put, const char* drop, Encode&& encode) {
    sqlite::Statement writing(db, put), dropping(db, drop);
    for (const std::uint32_t chunk : chunks) {
        if (wait.interrupted()) return SQLITE_INTERRUPT;
        const std::string content = encode(chunk);
        sqlite::Statement& statement = content.empty() ? dropping : writing;
        statement.bind(1, std::int64_t{chunk});
        if (!content.empty()) statement.bind_blob(2, content);
        if (const int code = statement.run(); code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

template <class NameId>
int write_names(sqlite::Statement& writing, NameKind kind, const PropertyGraph& graph, std::size_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
        writing.bind(1, std::int64_t{kind});
        writing.bind(2, std::int64_t{i});
        writing.bind_text(3, graph.name(NameId{i}));
        if (const int code = writing.run(); code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

}  // namespace

tl::unexpected<Error> GraphFile::failed(int code) const {
    return fail(file_.string(), sqlite::reason(db_.get(), code));
}

Result<GraphFile> GraphFile::open(const std::filesystem::path& file, const Options& options) {
    const Result<bool> exists = look_at(file, options.access);
    if (!exists) return tl::unexpected(exists.error());
    const bool read_only = options.access == Access::Read;
    GraphFile opened;
    opened.file_ = file;
    opened.options_ = options;
    opened.wait_ = std::make_unique<LockWait>(options.interrupt);
    // For reading as well: what a killed program left is put right first, which takes writing. SQLite itself
    // falls back to reading only where the file or the disk allows no more.
    const int flags = SQLITE_OPEN_READWRITE | (options.access == Access::Create ? SQLITE_OPEN_CREATE : 0);
    if (const int code = opened.db_.open(file, flags); code != SQLITE_OK) return opened.failed(code);
    opened.wait_->set(opened.db_.get(), read_only ? patience_for_commit : options.patience);
    Result<void> ready = opened.begin();
    if (ready) ready = opened.check_kind();
    if (!ready) {
        // Nothing stays of a file that was to be made here and could not be; one that another program is
        // making does.
        const bool shared = sqlite3_errcode(opened.db_.get()) == SQLITE_BUSY;
        opened.close();
        std::error_code ignored;
        if (!*exists && !shared && std::filesystem::file_size(file, ignored) == 0)
            std::filesystem::remove(file, ignored);
        return tl::unexpected(ready.error());
    }
    opened.opened_ = state_of(file);
    return opened;
}

Result<void> GraphFile::begin() {
    const bool read_only = options_.access == Access::Read;
    int code = db_.run(
        "PRAGMA trusted_schema=OFF; PRAGMA page_size=8192; PRAGMA synchronous=EXTRA; PRAGMA "
        "secure_delete=OFF");
    if (code == SQLITE_OK) code = db_.run(read_only ? "PRAGMA query_only=ON; BEGIN" : "BEGIN IMMEDIATE");
    // SQLite opens what it may not write for reading, and says so only later.
    if (code == SQLITE_OK && !read_only && sqlite3_db_readonly(db_.get(), "main") == 1)
        code = SQLITE_READONLY;
    return code == SQLITE_OK ? Result<void>() : failed(code);
}

// A transaction has begun, but nothing is written unless the file is ours or empty.
Result<void> GraphFile::check_kind() {
    int code = SQLITE_OK;
    const std::int64_t tables = db_.number("SELECT count(*) FROM sqlite_master", code);
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
    format_ = format;
    return format < 1 ? fail(file_.string(), "is damaged: it names no format") : Result<void>();
}

Result<void> GraphFile::create() {
    int code = db_.run(schema);  // in the transaction that has begun
    if (code == SQLITE_OK) code = db_.run(set_format(format_without_indexes).c_str());
    if (code == SQLITE_OK) {
        sqlite::Statement counts(db_, "INSERT INTO graph VALUES(1,0,0,0,0,0,?)");
        counts.bind(1, checksum_of(PropertyGraph(), Counts()));
        code = counts.run();
    }
    if (code == SQLITE_OK) code = db_.run("COMMIT");
    if (code != SQLITE_OK) return failed(code);
    made_ = true;
    format_ = format_without_indexes;
    return lock();
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

Result<void> GraphFile::read_names(PropertyGraph& graph) {
    sqlite::Statement names(db_, "SELECT kind, id, name FROM names ORDER BY kind, id");
    while (names.step() == SQLITE_ROW) {
        const std::string name(names.bytes(2));
        std::uint32_t id = 0;
        switch (names.number(0)) {
            case label_names:
                id = graph.label(name).value;
                break;
            case type_names:
                id = graph.type(name).value;
                break;
            case key_names:
                id = graph.key(name).value;
                break;
            default:
                return failed(SQLITE_CORRUPT);
        }
        if (id != names.number(1)) return failed(SQLITE_CORRUPT);
    }
    return names.code() == SQLITE_DONE ? Result<void>() : failed(names.code());
}

Result<void> GraphFile::read_indexes(BulkFill& fill) {
    if (format_ <= format_without_indexes) return {};
    sqlite::Statement rows(db_, "SELECT name, kind, label, key FROM indexes ORDER BY name");
    while (rows.step() == SQLITE_ROW) {
        IndexDefinition index{std::string(rows.bytes(0)), IndexKind::Range, std::string(rows.bytes(2)),
                              std::string(rows.bytes(3))};
        if (rows.number(1) == static_cast<int>(IndexKind::Text))
            index.kind = IndexKind::Text;
        else if (rows.number(1) != static_cast<int>(IndexKind::Range))
            return failed(SQLITE_CORRUPT);
        if (fill.graph().find_index(index.kind, index.label, index.key) != nullptr ||
            fill.graph().find_index(index.name) != nullptr)
            return failed(SQLITE_CORRUPT);
        fill.index(std::move(index));
    }
    return rows.code() == SQLITE_DONE ? Result<void>() : failed(rows.code());
}

Result<void> GraphFile::read(PropertyGraph& graph) {
    if (const Result<void> names = read_names(graph); !names) return names;
    BulkFill fill(graph);
    if (const Result<void> indexes = read_indexes(fill); !indexes) return indexes;
    sqlite::Statement row(
        db_, "SELECT vertices, edges, vertex_capacity, edge_capacity, commits, checksum FROM graph");
    if (row.step() != SQLITE_ROW) return failed(row.code() == SQLITE_DONE ? SQLITE_CORRUPT : row.code());
    Counts counts;
    int column = 0;
    for (std::uint64_t& n : counts) n = static_cast<std::uint64_t>(row.number(column++));
    if (row.number(column) != checksum_of(graph, counts)) return failed(SQLITE_CORRUPT);
    if (counts[vertex_capacity] > VertexId::none().value || counts[edge_capacity] > EdgeId::none().value) {
        return failed(SQLITE_CORRUPT);
    }
    commits_ = static_cast<std::int64_t>(counts[commits]);

    fill.expect(counts[vertex_capacity], counts[edge_capacity]);
    // Vertices and edges touch nothing in common but the file: one thread each. This connection's lock keeps
    // writers out, so that the second one reads the same commit.
    const auto read_edges = [&]() -> int {
        LockWait wait(options_.interrupt);
        sqlite::Connection second;
        if (const int code = second.open(file_, SQLITE_OPEN_READONLY); code != SQLITE_OK) return code;
        wait.set(second.get(), patience_for_commit);
        const int code = read_chunks(second, "SELECT chunk, content FROM edges", fill, decode_edges);
        if (code == SQLITE_OK) fill.link_edges();
        return code;
    };
    std::future<int> other;
    try {
        other = std::async(std::launch::async, read_edges);
    } catch (const std::system_error&) {  // no thread to be had
        other = std::async(std::launch::deferred, read_edges);
    }
    const int of_vertices = read_chunks(db_, "SELECT chunk, content FROM vertices", fill, decode_vertices);
    const int of_edges = other.get();
    if (of_vertices != SQLITE_OK) return failed(of_vertices);
    if (of_edges != SQLITE_OK) return failed(of_edges);
    if (!fill.finish() || graph.vertex_count() != counts[vertices] || graph.edge_count() != counts[edges]) {
        return failed(SQLITE_CORRUPT);
    }
    return {};
}

bool GraphFile::continues(std::int64_t commit_count, const std::optional<FileState>& then) {
    if (!in_transaction() || !then || state() != then) return false;
    int code = SQLITE_OK;
    if (db_.number("SELECT commits FROM graph", code) != commit_count || code != SQLITE_ROW) return false;
    commits_ = commit_count;
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

Result<void> GraphFile::write(const PropertyGraph& graph, const PropertyGraph::Changes& changes) {
    if (const Result<void> locked = lock(); !locked) return locked;
    // SQLite would write on into a file that has no name any more.
    if (const Result<void> there = in_its_place(); !there) return there;
    wait_->set(db_.get(), patience_for_commit);
    int code = write_all(graph, changes);
    if (code == SQLITE_OK && wait_->interrupted()) code = SQLITE_INTERRUPT;
    if (code == SQLITE_OK) code = db_.run("COMMIT");
    if (code != SQLITE_OK) {
        const auto error = failed(code);
        if (in_transaction()) db_.run("ROLLBACK");
        static_cast<void>(lock());
        return error;
    }
    ++commits_;
    format_ = std::max(format_, format_of(graph));
    // Not having the lock again does no harm: the next write asks for it.
    static_cast<void>(lock());
    return in_its_place();
}

int GraphFile::write_indexes(const PropertyGraph& graph) {
    int code = db_.run(schema_of_indexes);
    if (code == SQLITE_OK) code = db_.run("DELETE FROM indexes");
    if (code != SQLITE_OK) return code;
    sqlite::Statement writing(db_, "INSERT INTO indexes VALUES(?,?,?,?)");
    for (const IndexDefinition& index : graph.indexes()) {
        writing.bind_text(1, index.name);
        writing.bind(2, static_cast<std::int64_t>(index.kind));
        writing.bind_text(3, index.label);
        writing.bind_text(4, index.key);
        if (code = writing.run(); code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

int GraphFile::write_all(const PropertyGraph& graph, const PropertyGraph::Changes& changes) {
    int code =
        write_chunks(db_, *wait_, chunks_of(changes.vertices), "INSERT OR REPLACE INTO vertices VALUES(?,?)",
                     "DELETE FROM vertices WHERE chunk=?",
                     [&](std::uint32_t chunk) { return encode_vertices(graph, chunk); });
    if (code != SQLITE_OK) return code;
    code = write_chunks(db_, *wait_, chunks_of(changes.edges), "INSERT OR REPLACE INTO edges VALUES(?,?)",
                        "DELETE FROM edges WHERE chunk=?",
                        [&](std::uint32_t chunk) { return encode_edges(graph, chunk); });
    if (code != SQLITE_OK) return code;

    const std::int64_t format = std::max(format_, format_of(graph));
    if (format_ < format && (code = db_.run(set_format(format).c_str())) != SQLITE_OK) return code;
    if (changes.indexes && (code = write_indexes(graph)) != SQLITE_OK) return code;

    sqlite::Statement naming(db_, "INSERT OR IGNORE INTO names VALUES(?,?,?)");
    if ((code = write_names<LabelId>(naming, label_names, graph, graph.label_count())) != SQLITE_OK)
        return code;
    if ((code = write_names<TypeId>(naming, type_names, graph, graph.type_count())) != SQLITE_OK) return code;
    if ((code = write_names<KeyId>(naming, key_names, graph, graph.key_count())) != SQLITE_OK) return code;

    const Counts counts = counts_of(graph, commits_ + 1);
    sqlite::Statement counting(
        db_,
        "UPDATE graph SET vertices=?, edges=?, vertex_capacity=?, edge_capacity=?, commits=?,"
        " checksum=? WHERE one=1");
    int place = 0;
    for (const std::uint64_t n : counts) counting.bind(++place, static_cast<std::int64_t>(n));
    counting.bind(++place, checksum_of(graph, counts));
    return counting.run();
}

void GraphFile::close() {
    if (db_.get() != nullptr && in_transaction()) db_.run("ROLLBACK");
    db_.close();
}

}  // namespace hearsay::graphs
