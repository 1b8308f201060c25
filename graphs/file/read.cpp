// All of a graph's file into memory.
#include <future>
#include <mutex>
#include <system_error>
#include <utility>
#include <vector>

#include "graphs/file/chunks/bytes.hpp"
#include "graphs/file/chunks/chunk.hpp"
#include "graphs/file/graph_file.hpp"
#include "graphs/file/layout.hpp"
#include "graphs/graph/bulk_fill.hpp"

namespace hearsay::graphs {

using namespace layout;

namespace {

// Two threads decode what one connection reads in one transaction: all of it is of one file, whatever takes
// that file's place meanwhile, and of one commit.
class SharedRows {
  public:
    SharedRows(const sqlite::Connection& db, std::mutex& using_it, const char* sql)
        : using_it_(using_it), rows_(db, sql) {}

    // Some more rows, (chunk, content); none at the end, and after a failure.
    const std::vector<std::pair<std::int64_t, std::string>>& next() {
        const std::lock_guard guard(using_it_);
        taken_.clear();
        std::size_t bytes = 0;
        while (taken_.size() < most_rows && bytes < most_bytes && rows_.step() == SQLITE_ROW) {
            taken_.emplace_back(rows_.number(0), rows_.bytes(1));
            bytes += taken_.back().second.size();
        }
        return taken_;
    }
    int code() const { return rows_.code() == SQLITE_DONE ? SQLITE_OK : rows_.code(); }

  private:
    static constexpr std::size_t most_rows = 32, most_bytes = 256 << 10;

    std::mutex& using_it_;
    sqlite::Statement rows_;
    std::vector<std::pair<std::int64_t, std::string>> taken_;
};

// Which ids of a table of chunks are alive.
int read_numbers(const sqlite::Connection& db, const char* sql, Numbering& numbers) {
    numbers.close_up();
    sqlite::Statement rows(db, sql);
    while (rows.step() == SQLITE_ROW) {
        const std::int64_t chunk = rows.number(0);
        const std::string_view alive = rows.bytes(1);
        if (chunk < 0 || chunk > VertexId::none().value / chunk_size || alive.size() != 8)
            return SQLITE_CORRUPT;
        const std::uint64_t bits = load_word(alive.data());
        if (bits == 0) return SQLITE_CORRUPT;
        numbers.add(static_cast<std::uint32_t>(chunk), bits);
    }
    return rows.code() == SQLITE_DONE ? SQLITE_OK : rows.code();
}

// Reads one table of chunks through a decoder. SQLITE_OK, SQLite's failure, or SQLITE_CORRUPT.
template <class Decode>
int read_chunks(SharedRows& rows, BulkFill& fill, Decode&& decode) {
    while (true) {
        const auto& some = rows.next();
        if (some.empty()) return rows.code();
        for (const auto& [chunk, content] : some) {
            if (chunk < 0 || chunk > VertexId::none().value / chunk_size) return SQLITE_CORRUPT;
            if (!decode(content, static_cast<std::uint32_t>(chunk), fill)) return SQLITE_CORRUPT;
        }
    }
}

}  // namespace

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

    Numbering vertex_numbers, edge_numbers;
    int code = SQLITE_OK;
    if (Numbering::closes_up(counts[vertices], counts[vertex_capacity]))
        code = read_numbers(db_, "SELECT chunk, substr(content, 9, 8) FROM vertices", vertex_numbers);
    if (code == SQLITE_OK && Numbering::closes_up(counts[edges], counts[edge_capacity]))
        code = read_numbers(db_, "SELECT chunk, substr(content, 9, 8) FROM edges", edge_numbers);
    if (code != SQLITE_OK) return failed(code);
    renumbered_ = vertex_numbers.closed_up() || edge_numbers.closed_up();
    if (vertex_numbers.closed_up()) counts[vertex_capacity] = vertex_numbers.size();
    if (edge_numbers.closed_up()) counts[edge_capacity] = edge_numbers.size();
    fill.expect(counts[vertex_capacity], counts[edge_capacity]);
    fill.number(std::move(vertex_numbers), std::move(edge_numbers));
    // Vertices and edges touch nothing in common but the connection: one thread each.
    std::mutex connection;
    SharedRows edge_rows(db_, connection, "SELECT chunk, content FROM edges");
    SharedRows vertex_rows(db_, connection, "SELECT chunk, content FROM vertices");
    const auto read_edges = [&]() -> int {
        const int read = read_chunks(edge_rows, fill, decode_edges);
        if (read == SQLITE_OK) fill.link_edges();
        return read;
    };
    std::future<int> other;
    try {
        other = std::async(std::launch::async, read_edges);
    } catch (const std::system_error&) {  // no thread to be had
        other = std::async(std::launch::deferred, read_edges);
    }
    const int of_vertices = read_chunks(vertex_rows, fill, decode_vertices);
    const int of_edges = other.get();
    if (of_vertices != SQLITE_OK) return failed(of_vertices);
    if (of_edges != SQLITE_OK) return failed(of_edges);
    if (!fill.finish() || graph.vertex_count() != counts[vertices] || graph.edge_count() != counts[edges]) {
        return failed(SQLITE_CORRUPT);
    }
    return {};
}

}  // namespace hearsay::graphs
