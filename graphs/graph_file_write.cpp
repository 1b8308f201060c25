// What changed in a graph into its file, in one transaction.
#include <algorithm>
#include <new>

#include "graphs/chunk.hpp"
#include "graphs/graph_file.hpp"
#include "graphs/graph_file_layout.hpp"

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
    if (code == SQLITE_OK) code = db_.run("COMMIT");
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
    ++commits_;
    format_ = std::max(format_, format_of(graph));
    try {
        // Not having the lock again does no harm: the next write asks for it.
        static_cast<void>(lock());
        return in_its_place();
    } catch (const std::bad_alloc&) {
        return {};  // it is written, whatever there was to say
    }
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

}  // namespace hearsay::graphs
