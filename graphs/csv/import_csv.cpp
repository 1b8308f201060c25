#include "graphs/csv/import_csv.hpp"

#include <algorithm>
#include <deque>
#include <map>

#include "graphs/bulk_fill.hpp"
#include "graphs/csv/id_table.hpp"
#include "graphs/csv/staged_file.hpp"

namespace hearsay::graphs::csv {
namespace {

// One end of each edge of a file: an id that is not looked up yet. Numbers stand for themselves; other ids
// are kept once, and stand as `is_text` and their place.
class Ends {
  public:
    std::string put(std::uint64_t row, const Field& cell, const char* what) {
        if (cell.missing()) return std::string("`") + what + "` is missing";
        if (row >= ids_.size()) ids_.resize(row + 1);
        const std::optional<std::int64_t> number = read_integer(cell.text);
        if (number && *number >= 0 && *number < is_text) {
            ids_[row] = static_cast<std::uint32_t>(*number);
        } else {
            if (!is_utf8(cell.text)) return std::string("`") + what + "` is not UTF-8";
            ids_[row] = is_text + texts_.intern(cell.text).value;
        }
        return {};
    }
    std::string text(std::uint64_t row) const {
        const std::uint32_t id = ids_[row];
        return id < is_text ? std::to_string(id) : std::string(texts_.value(StringId{id - is_text}).string());
    }
    template <class Tables>
    VertexId find(std::uint64_t row, const Tables& tables) const {
        const std::uint32_t id = ids_[row];
        if (id < is_text) return tables.find(std::int64_t{id});
        const std::string_view text = texts_.value(StringId{id - is_text}).string();
        if (const auto number = read_integer(text)) return tables.find(*number);
        return tables.find(text);
    }

  private:
    static constexpr std::uint32_t is_text = std::uint32_t{1} << 31;
    std::vector<std::uint32_t> ids_;
    StringPool texts_;
};

struct StagedNodes {
    std::vector<std::string> labels;  // ascending, each once
    StagedFile file;                  // the first property is the id
    std::uint32_t first_vertex = 0;
};
struct StagedEdges {
    const EdgeFile* what;
    StagedFile file;
    Ends from, to;
};

StagedNodes read_nodes(const NodeFile& what, const Import& import, StringPool& texts) {
    StagedNodes nodes;
    nodes.labels = what.labels;
    std::sort(nodes.labels.begin(), nodes.labels.end());
    nodes.labels.erase(std::unique(nodes.labels.begin(), nodes.labels.end()), nodes.labels.end());
    FileReading reading;
    reading.file = what.file;
    reading.delimiter = import.delimiter;
    reading.check_header = [](const auto&) { return std::string(); };
    reading.take_keys = [](std::uint64_t, std::span<const Field>) { return std::string(); };
    nodes.file = read_file(reading, texts);
    if (!nodes.file.properties.empty()) nodes.file.properties.front().name = "id";
    return nodes;
}

StagedEdges read_edges(const EdgeFile& what, const Import& import, StringPool& texts) {
    StagedEdges edges{&what, {}, {}, {}};
    FileReading reading;
    reading.file = what.file;
    reading.delimiter = import.delimiter;
    reading.key_columns = 2;
    reading.check_header = [](const std::vector<ColumnName>& columns) {
        const bool right = columns.size() >= 2 && columns[0].name == "from" && columns[1].name == "to";
        return std::string(right ? "" : "the first two columns of edges must be `from` and `to`");
    };
    reading.take_keys = [&edges](std::uint64_t row, std::span<const Field> keys) {
        std::string wrong = edges.from.put(row, keys[0], "from");
        return wrong.empty() ? edges.to.put(row, keys[1], "to") : wrong;
    };
    edges.file = read_file(reading, texts);
    return edges;
}

struct TablesOfLabels {
    std::vector<const IdTable*> tables;
    template <class Id>
    VertexId find(Id id) const {
        for (const IdTable* table : tables) {
            if (const VertexId found = table->find(id); !found.is_none()) return found;
        }
        return VertexId::none();
    }
};

}  // namespace

Outcome import_csv(PropertyGraph& graph, const Import& what) {
    Outcome outcome;
    BadRows bad;
    StringPool vertex_texts, edge_texts;
    std::deque<StagedNodes> nodes;
    std::deque<StagedEdges> edges;
    for (const NodeFile& file : what.nodes) nodes.push_back(read_nodes(file, what, vertex_texts));
    for (const EdgeFile& file : what.edges) edges.push_back(read_edges(file, what, edge_texts));

    std::map<std::vector<std::string>, std::size_t> sizes;
    std::map<std::vector<std::string>, IdTable> tables;
    for (const StagedNodes& each : nodes) sizes[each.labels] += each.file.rows;
    std::size_t vertex_total = 0, edge_total = 0;
    for (StagedNodes& each : nodes) {
        each.first_vertex = static_cast<std::uint32_t>(vertex_total);
        vertex_total += each.file.rows;
        bad.add(each.file.bad);
        if (each.file.bad.fatal) continue;
        IdTable& table = tables.try_emplace(each.labels, sizes[each.labels]).first->second;
        const StagedColumn& ids = each.file.properties.front().cells;
        const auto* numbers = ids.as<std::int64_t>();
        const auto* texts = ids.as<StringId>();
        for (std::uint64_t row = 0; row < each.file.rows; ++row) {
            const VertexId vertex{each.first_vertex + static_cast<std::uint32_t>(row)};
            std::string wrong;
            if (!ids.has(row)) {
                wrong = "the id is missing";
            } else if (numbers != nullptr) {
                if (!table.put((*numbers)[row], vertex).is_none())
                    wrong = "the id " + std::to_string((*numbers)[row]) + " is there twice";
            } else if (texts != nullptr) {
                const std::string_view text = vertex_texts.value((*texts)[row]).string();
                const auto number = read_integer(text);
                const VertexId other = number ? table.put(*number, vertex) : table.put(text, vertex);
                if (!other.is_none()) wrong = "the id '" + std::string(text) + "' is there twice";
            } else {
                wrong = "the id is neither an integer nor a text";
            }
            if (!wrong.empty()) bad.add(each.file.file, each.file.lines.line(row), std::move(wrong));
        }
    }
    const auto tables_of = [&tables](std::vector<std::string> labels) {
        std::sort(labels.begin(), labels.end());
        TablesOfLabels found;
        for (const auto& [its, table] : tables) {
            if (std::includes(its.begin(), its.end(), labels.begin(), labels.end()))
                found.tables.push_back(&table);
        }
        return found;
    };
    std::vector<VertexId> sources, targets;
    for (StagedEdges& each : edges) {
        edge_total += each.file.rows;
        bad.add(each.file.bad);
    }
    sources.reserve(edge_total);
    targets.reserve(edge_total);
    for (StagedEdges& each : edges) {
        const TablesOfLabels from = tables_of(each.what->from), to = tables_of(each.what->to);
        for (std::uint64_t row = 0; row < each.file.rows; ++row) {
            const VertexId source = each.from.find(row, from), target = each.to.find(row, to);
            if (source.is_none() || target.is_none()) {
                const bool of_from = source.is_none();
                bad.add(each.file.file, each.file.lines.line(row),
                        std::string(of_from ? "`from`" : "`to`") +
                            " names no vertex: " + (of_from ? each.from : each.to).text(row));
            }
            sources.push_back(source);
            targets.push_back(target);
        }
    }
    outcome.imported.bad_rows = bad.count;
    outcome.imported.bad = std::move(bad.first);
    if (bad.count > 0) return outcome;

    BulkFill fill(graph);
    for (const StagedNodes& each : nodes) {
        for (const std::string& label : each.labels) graph.label(label);
        for (const StagedProperty& property : each.file.properties) graph.key(property.name);
    }
    for (const StagedEdges& each : edges) {
        graph.type(each.what->type);
        for (const StagedProperty& property : each.file.properties) graph.key(property.name);
    }
    fill.expect(vertex_total, edge_total);
    fill.vertex_properties().strings() = std::move(vertex_texts);
    fill.edge_properties().strings() = std::move(edge_texts);
    for (StagedNodes& each : nodes) {
        std::vector<LabelId> labels;
        for (const std::string& label : each.labels) labels.push_back(graph.label(label));
        std::sort(labels.begin(), labels.end());
        const std::uint32_t set = fill.label_set(labels);
        for (std::uint32_t row = 0; row < each.file.rows; ++row)
            fill.vertex(VertexId{each.first_vertex + row}, set);
        for (StagedProperty& property : each.file.properties)
            property.cells.move_into(fill.vertex_properties(), graph.key(property.name), each.first_vertex,
                                     each.file.rows);
    }
    std::uint32_t next = 0;
    for (StagedEdges& each : edges) {
        const TypeId type = graph.type(each.what->type);
        for (StagedProperty& property : each.file.properties)
            property.cells.move_into(fill.edge_properties(), graph.key(property.name), next, each.file.rows);
        for (std::uint64_t row = 0; row < each.file.rows; ++row, ++next)
            fill.edge(EdgeId{next}, sources[next], type, targets[next]);
    }
    fill.link_edges();
    fill.finish();
    outcome.imported.vertices = vertex_total;
    outcome.imported.edges = edge_total;
    outcome.done = true;
    return outcome;
}

}  // namespace hearsay::graphs::csv
