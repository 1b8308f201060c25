#include <algorithm>
#include <future>
#include <system_error>

#include "graphs/csv/import/staged_graph.hpp"

namespace hearsay::graphs::csv {
namespace {

std::vector<std::string> as_set(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::string check_nodes_header(const std::vector<ColumnName>& columns) {
    const std::optional<CellType> type = columns[0].type;
    if (type && *type != CellType::Integer && *type != CellType::String)
        return "the first column is the id: an integer or a string";
    for (std::size_t i = 1; i < columns.size(); ++i) {
        if (columns[i].only_id) return "only the first column can be `:id`";
        if (columns[i].name == "id" && !columns[0].only_id)
            return "the first column is the id; there is another `id`";
    }
    return {};
}

std::string check_edges_header(const std::vector<ColumnName>& columns) {
    if (columns.size() < 2 || columns[0].name != "from" || columns[1].name != "to")
        return "the first two columns of edges must be `from` and `to`";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].only_id) return "edges have no `:id`";
        if (i < 2 && columns[i].type && *columns[i].type != CellType::Integer &&
            *columns[i].type != CellType::String)
            return "`" + columns[i].name + "` is an id: an integer or a string";
    }
    return {};
}

StagedNodes read_nodes(const NodeFile& what, const Import& all, StringPool& texts) {
    StagedNodes nodes;
    nodes.labels = as_set(what.labels);
    FileReading reading;
    reading.file = what.file;
    reading.delimiter = all.delimiter;
    reading.interrupt = all.interrupt;
    reading.begins_with_id = true;
    reading.check_header = [&nodes](const std::vector<ColumnName>& columns) {
        nodes.keeps_id = !columns[0].only_id;
        return check_nodes_header(columns);
    };
    reading.take_keys = [](std::uint64_t, std::span<const Field>) { return std::string(); };
    nodes.file = read_file(reading, texts);
    if (!nodes.file.properties.empty()) nodes.file.properties.front().name = "id";
    return nodes;
}

void read_edges(const EdgeFile& what, const Import& all, StringPool& texts, StagedEdges& edges) {
    edges.type = what.type;
    edges.from = as_set(what.from);
    edges.to = as_set(what.to);
    FileReading reading;
    reading.file = what.file;
    reading.delimiter = all.delimiter;
    reading.interrupt = all.interrupt;
    reading.key_columns = 2;
    reading.check_header = check_edges_header;
    reading.take_keys = [&edges](std::uint64_t row, std::span<const Field> keys) {
        if (std::string wrong = edges.source_ids.put(row, keys[0]); !wrong.empty()) return "`from` " + wrong;
        if (std::string wrong = edges.target_ids.put(row, keys[1]); !wrong.empty()) return "`to` " + wrong;
        return std::string();
    };
    edges.file = read_file(reading, texts);
    edges.source_ids.truncate(edges.file.rows);
    edges.target_ids.truncate(edges.file.rows);
}

}  // namespace

StagedGraph StagedGraph::read(const Import& what) {
    StagedGraph read;
    const auto read_all_edges = [&] {
        for (const EdgeFile& file : what.edges)
            read_edges(file, what, read.edge_texts, read.edges.emplace_back());
    };
    std::future<void> other;
    try {
        other = std::async(std::launch::async, read_all_edges);
    } catch (const std::system_error&) {  // no thread to be had
        other = std::async(std::launch::deferred, read_all_edges);
    }
    for (const NodeFile& file : what.nodes) read.nodes.push_back(read_nodes(file, what, read.vertex_texts));
    other.get();
    return read;
}

std::uint64_t StagedGraph::vertex_count() const {
    std::uint64_t count = 0;
    for (const StagedNodes& each : nodes) count += each.file.rows;
    return count;
}
std::uint64_t StagedGraph::edge_count() const {
    std::uint64_t count = 0;
    for (const StagedEdges& each : edges) count += each.file.rows;
    return count;
}

}  // namespace hearsay::graphs::csv
