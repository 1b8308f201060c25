// Into the graph: an empty one is filled at once, another one is changed.
#include <algorithm>

#include "graphs/csv/import/staged_graph.hpp"
#include "graphs/graph/bulk_fill.hpp"
#include "graphs/interruptible.hpp"

namespace hearsay::graphs::csv {
namespace {

std::vector<LabelId> label_ids(PropertyGraph& graph, const std::vector<std::string>& names) {
    std::vector<LabelId> ids;
    for (const std::string& name : names) ids.push_back(graph.label(name));
    std::sort(ids.begin(), ids.end());
    return ids;
}

// The keys of a file's properties; none() for what does not become one.
std::vector<KeyId> key_ids(PropertyGraph& graph, const StagedFile& file, bool keeps_first) {
    std::vector<KeyId> keys;
    for (const StagedProperty& property : file.properties) {
        const bool kept = (keeps_first || !keys.empty()) && property.cells.type();
        keys.push_back(kept ? graph.key(property.name) : KeyId::none());
    }
    return keys;
}

void move_columns(StagedFile& file, const std::vector<KeyId>& keys, PropertyTable& table, std::size_t first) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        StagedColumn cells = std::move(file.properties[i].cells);  // gone as soon as it is moved
        if (!keys[i].is_none()) cells.move_into(table, keys[i], first, file.rows);
    }
}

void fill(StagedGraph& staged, PropertyGraph& graph) {
    BulkFill into(graph);
    into.expect(staged.vertex_count(), staged.edge_count());
    into.vertex_properties().strings() = std::move(staged.vertex_texts);
    into.edge_properties().strings() = std::move(staged.edge_texts);
    for (StagedNodes& nodes : staged.nodes) {
        const std::uint32_t labels = into.label_set(label_ids(graph, nodes.labels));
        into.vertices(nodes.first, nodes.file.rows, labels);
        move_columns(nodes.file, key_ids(graph, nodes.file, nodes.keeps_id), into.vertex_properties(),
                     nodes.first.value);
    }
    std::uint32_t next = 0;
    for (StagedEdges& edges : staged.edges) {
        into.edges(EdgeId{next}, graph.type(edges.type), edges.sources, edges.targets);
        edges.sources = {};
        edges.targets = {};
        move_columns(edges.file, key_ids(graph, edges.file, true), into.edge_properties(), next);
        next += static_cast<std::uint32_t>(edges.file.rows);
    }
    into.link_edges();
    HEARSAY_ASSERT(into.finish_as_change());
}

Properties properties_of(const StagedFile& file, const std::vector<KeyId>& keys, std::size_t row,
                         const StringPool& texts) {
    Properties properties;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].is_none()) continue;
        if (Value value = file.properties[i].cells.value(row, texts); !value.is_null())
            properties.emplace_back(keys[i], std::move(value));
    }
    return properties;
}

void add(const StagedGraph& staged, PropertyGraph& graph, Interruptible& interruptible) {
    for (const StagedNodes& nodes : staged.nodes) {
        const std::vector<LabelId> labels = label_ids(graph, nodes.labels);
        const std::vector<KeyId> keys = key_ids(graph, nodes.file, nodes.keeps_id);
        for (std::size_t row = 0; row < nodes.file.rows; ++row) {
            interruptible.step();
            graph.add_vertex(labels, properties_of(nodes.file, keys, row, staged.vertex_texts));
        }
    }
    for (const StagedEdges& edges : staged.edges) {
        const TypeId type = graph.type(edges.type);
        const std::vector<KeyId> keys = key_ids(graph, edges.file, true);
        for (std::size_t row = 0; row < edges.file.rows; ++row) {
            interruptible.step();
            graph.add_edge(edges.sources[row], type, edges.targets[row],
                           properties_of(edges.file, keys, row, staged.edge_texts));
        }
    }
}

}  // namespace

void StagedGraph::move_into(PropertyGraph& graph, const std::atomic<bool>* interrupt) {
    Interruptible interruptible(interrupt);
    interruptible.look();
    if (graph.vertex_capacity() == 0 && graph.edge_capacity() == 0)
        fill(*this, graph);
    else
        add(*this, graph, interruptible);
}

}  // namespace hearsay::graphs::csv
