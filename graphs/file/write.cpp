// What changed in a graph into its file, in one transaction.
#include <algorithm>
#include <new>
#include <numeric>
#include <vector>

#include "graphs/file/chunks/chunk.hpp"
#include "graphs/file/graph_file.hpp"
#include "graphs/file/layout.hpp"

namespace hearsay::graphs {

using namespace layout;

namespace {

template <class ElementId>
std::vector<std::uint32_t> chunks_of(const std::vector<ElementId>& ascending) {
    std::vector<std::uint32_t> chunks;
    for (const ElementId id : ascending) {
        if (chunks.empty() || chunks.back() != id.value / chunk_size) chunks.push_back(id.value / chunk_size);
    }
    return chunks;
}

// Of ids below `end`.
std::vector<std::uint32_t> chunks_below(std::size_t end) {
    std::vector<std::uint32_t> chunks((end + chunk_size - 1) / chunk_size);
    std::iota(chunks.begin(), chunks.end(), 0U);
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

Result<void> GraphFile::write(const PropertyGraph& graph, const PropertyGraph::Changes& changes) {
    outcome_ = Outcome::AsItWas;
    if (const Result<void> locked = lock(); !locked) return locked;
    // SQLite would write on into a file that has no name any more.
    if (const Result<void> there = in_its_place(); !there) return there;
    wait_->set(db_.get(), patience_for_commit);
    int code = SQLITE_NOMEM;
    try {
        code = write_all(graph, changes);
    } catch (const std::bad_alloc&) {
    }
    if (code == SQLITE_OK && wait_->interrupted()) code = SQLITE_INTERRUPT;
    if (code != SQLITE_OK) {
        Result<void> error;
        try {
            error = failed(code);
        } catch (const std::bad_alloc&) {
        }
        if (in_transaction()) db_.run("ROLLBACK");
        static_cast<void>(lock());
        if (error) throw std::bad_alloc();  // there is none to say so either
        return error;
    }
    code = db_.run("COMMIT");
    if (code != SQLITE_OK) return after_failed_commit(code, graph);
    committed(graph);
    try {
        // Not having the lock again does no harm: the next write asks for it.
        static_cast<void>(lock());
        if (in_its_place()) return {};
    } catch (const std::bad_alloc&) {
        return {};  // it is written, whatever there was to say
    }
    outcome_ = Outcome::Written;
    return fail(file_.string(),
                "was moved, deleted or replaced while a change was written: only the file that stood there "
                "before has the change");
}

void GraphFile::committed(const PropertyGraph& graph) {
    ++commits_;
    renumbered_ = false;
    format_ = std::max(format_, format_of(graph));
}

// SQLite says that a commit failed also where only what comes behind it did, such as the journal's end on the
// disk.
Result<void> GraphFile::after_failed_commit(int code, const PropertyGraph& graph) {
    std::string why;
    try {
        why = sqlite::reason(db_.get(), code);
    } catch (const std::bad_alloc&) {  // what became of the change matters more than the words
    }
    if (in_transaction()) db_.run("ROLLBACK");
    int asked = db_.run("BEGIN IMMEDIATE");
    const std::int64_t now = asked == SQLITE_OK ? db_.number("SELECT commits FROM graph", asked) : 0;
    if (asked != SQLITE_ROW) {
        // Until the journal is gone it undoes what is in the file; up to then nobody can have taken it away.
        const bool before = code != SQLITE_IOERR_DELETE && code != SQLITE_IOERR_DIR_FSYNC &&
                            code != SQLITE_IOERR_UNLOCK && code != SQLITE_IOERR_CLOSE;
        if (before) return fail(file_.string(), why);
        outcome_ = Outcome::Unknown;
        return fail(file_.string(), "has the change or not, which cannot be told: it " + why);
    }
    if (now == commits_) return fail(file_.string(), why);
    if (now != commits_ + 1) {  // others have written since
        db_.run("ROLLBACK");
        outcome_ = Outcome::Unknown;
        return fail(file_.string(), "has the change or not, which cannot be told: it " + why);
    }
    committed(graph);
    outcome_ = Outcome::Written;
    return fail(file_.string(), "has the change, but a power cut may still undo it: it " + why);
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
    // No id of the file or of a change is from here on.
    int code = SQLITE_OK;
    std::size_t vertex_end = 0, edge_end = 0;
    std::vector<std::uint32_t> vertex_chunks, edge_chunks;
    if (renumbered_) {  // what is in the file has other ids
        if ((code = db_.run("DELETE FROM vertices; DELETE FROM edges")) != SQLITE_OK) return code;
        vertex_end = graph.vertex_capacity();
        edge_end = graph.edge_capacity();
        vertex_chunks = chunks_below(vertex_end);
        edge_chunks = chunks_below(edge_end);
    } else {
        vertex_end = static_cast<std::size_t>(db_.number("SELECT vertex_capacity FROM graph", code));
        if (code != SQLITE_ROW) return code;
        edge_end = static_cast<std::size_t>(db_.number("SELECT edge_capacity FROM graph", code));
        if (code != SQLITE_ROW) return code;
        if (!changes.vertices.empty())
            vertex_end = std::max<std::size_t>(vertex_end, changes.vertices.back().value + std::size_t{1});
        if (!changes.edges.empty())
            edge_end = std::max<std::size_t>(edge_end, changes.edges.back().value + std::size_t{1});
        vertex_chunks = chunks_of(changes.vertices);
        edge_chunks = chunks_of(changes.edges);
    }
    code = write_chunks(db_, *wait_, vertex_chunks, "INSERT OR REPLACE INTO vertices VALUES(?,?)",
                        "DELETE FROM vertices WHERE chunk=?",
                        [&](std::uint32_t chunk) { return encode_vertices(graph, chunk); });
    if (code != SQLITE_OK) return code;
    code = write_chunks(db_, *wait_, edge_chunks, "INSERT OR REPLACE INTO edges VALUES(?,?)",
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

    const Counts counts = counts_of(graph, vertex_end, edge_end, commits_ + 1);
    sqlite::Statement counting(
        db_,
        "UPDATE graph SET vertices=?, edges=?, vertex_capacity=?, edge_capacity=?, commits=?,"
        " checksum=? WHERE one=1");
    int place = 0;
    for (const std::uint64_t n : counts) counting.bind(++place, static_cast<std::int64_t>(n));
    counting.bind(++place, checksum_of(graph, counts));
    return counting.run();
}

}  // namespace hearsay::graphs
