#include "graphs/file/layout.hpp"

#include "graphs/file/chunks/bytes.hpp"

namespace hearsay::graphs::layout {

const char* const schema =
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

const char* const schema_of_indexes =
    "CREATE TABLE IF NOT EXISTS indexes(name TEXT PRIMARY KEY, kind INTEGER NOT NULL, label TEXT NOT NULL,"
    " key TEXT NOT NULL) WITHOUT ROWID;";

std::string set_page_size() {
    return "PRAGMA page_size=" + std::to_string(page_bytes);
}

std::string set_format(std::int64_t format) {
    return "PRAGMA user_version=" + std::to_string(format);
}

std::int64_t format_of(const PropertyGraph& graph) {
    return graph.indexes().empty() ? format_without_indexes : newest_format;
}

Counts counts_of(const PropertyGraph& graph, std::size_t vertex_end, std::size_t edge_end,
                 std::int64_t commit_count) {
    const auto without_dead_end = [&graph]<class Id>(Id, std::size_t end) -> std::uint64_t {
        while (end > 0 && !graph.alive(Id{static_cast<std::uint32_t>(end - 1)})) --end;
        return end;
    };
    return {graph.vertex_count(), graph.edge_count(), without_dead_end(VertexId{}, vertex_end),
            without_dead_end(EdgeId{}, edge_end), static_cast<std::uint64_t>(commit_count)};
}

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

}  // namespace hearsay::graphs::layout
