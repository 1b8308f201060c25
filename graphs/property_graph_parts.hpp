// The inside of a PropertyGraph, for its own sources.
#pragma once

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "graphs/bitmap.hpp"
#include "graphs/column.hpp"
#include "graphs/end_counts.hpp"
#include "graphs/error.hpp"
#include "graphs/indexed_texts.hpp"
#include "graphs/names.hpp"
#include "graphs/ordered_values.hpp"
#include "graphs/property_graph.hpp"
#include "graphs/rows.hpp"
#include "graphs/value_index.hpp"

namespace hearsay::graphs {

// The edges of one type.
struct Adjacency {
    EdgeRows out, in;                    // by source, by target
    std::size_t count = 0;               // alive
    mutable EndCounts sources, targets;  // counted on demand, under the graph's `lazy`
};

// The alive vertices that carry one label.
struct LabelMembers {
    std::vector<VertexId> vertices;   // ascending, unless `untidy`
    std::atomic<bool> untidy{false};  // some are out of order, twice there, dead or without the label now
};

// How to undo one change of an element that was there before.
struct Undo {
    enum class What : std::uint8_t { VertexProperty, EdgeProperty, LabelSet, RemovedVertex, RemovedEdge };
    What what;
    std::uint32_t element;
    std::uint32_t detail;  // the key, or the label set as it was
    Value before;
};

// Graphs begin far apart, so that no two have had the same version.
inline std::uint64_t first_version() {
    static std::atomic<std::uint64_t> graphs = 0;
    return graphs++ << 36U;
}
// Texts that somebody has looked for parts in: the index pays for itself where that happens again.
struct LookedIn {
    std::optional<IndexedTexts> index;
};

struct PropertyGraph::Parts {
    std::uint64_t version = first_version();

    Names<LabelId> labels;
    Names<TypeId> types;
    Names<KeyId> keys;

    // Vertices. The labels of one are a set; sets are few and are kept once.
    Bitmap vertex_alive;
    std::size_t vertex_count = 0;
    std::vector<std::uint32_t> label_set_of;
    std::deque<std::vector<LabelId>> label_sets;  // a deque: spans of them stay valid
    std::map<std::vector<LabelId>, std::uint32_t> label_set_ids;
    PropertyTable vertex_properties;

    // Edges.
    Bitmap edge_alive;
    std::size_t edge_count = 0;
    std::vector<VertexId> source, target;
    std::vector<TypeId> type;
    std::vector<Adjacency> adjacency;  // by type
    PropertyTable edge_properties;

    // What is made on demand by readers, who may be several threads: `lazy` guards it.
    mutable std::mutex lazy;
    mutable std::deque<LabelMembers> members;  // by label
    mutable std::map<std::pair<LabelId, KeyId>, ValueIndex> indexes;
    mutable std::map<std::pair<LabelId, KeyId>, LookedIn> texts;
    mutable std::map<std::pair<LabelId, KeyId>, OrderedValues> orders;

    std::vector<IndexDefinition> asked_for;  // ascending by name
    bool is_asked_for(IndexKind kind, LabelId label, KeyId key) const;

    // Changes since the last `accept`. An element that is new since then needs no undo: it is dropped.
    std::vector<Undo> undo;
    std::size_t old_vertices = 0, old_edges = 0;                   // capacities at the last `accept`
    std::size_t old_labels = 0, old_types = 0, old_keys = 0;       // likewise: how many names there were
    std::optional<std::vector<IndexDefinition>> asked_for_before;  // if that has changed

    std::uint32_t label_set(std::vector<LabelId> ascending);
    const std::vector<LabelId>& labels_of(VertexId v) const { return label_sets[label_set_of[v.value]]; }
    const std::vector<VertexId>& members_of(LabelId label) const;  // tidy
    // What the vertices are and have now, for whoever asks many.
    class LabelTest;
    class TextOfVertex;
    class ValueOfVertex;

    // Made if there is none; likewise the next two.
    const ValueIndex& index_of(LabelId label, KeyId key, const Progress& progress) const;
    // The index of the texts, made if there is none, or only if somebody has asked before; else nullptr.
    enum class Build { Always, SecondTime };
    const IndexedTexts* texts_of(LabelId label, KeyId key, Build build, const Progress& progress) const;

    EndCount count_sources(TypeId of, const LabelId* label) const;
    EndCount count_targets(TypeId of, const LabelId* label) const;
    template <class EdgeRows>
    EndCount count_ends(EndCounts& ends, const EdgeRows& rows, const LabelId* label) const;

    const OrderedValues& order_of(LabelId label, KeyId key, const Progress& progress) const;

    // Into and out of the lists and indexes of its labels.
    void enlist(VertexId vertex, LabelId label);
    void delist(VertexId vertex, LabelId label);
    void touch(VertexId vertex, LabelId label);  // tells the indexes that look at changed vertices
    void show(VertexId vertex);                  // makes it alive
    void hide(VertexId vertex);
    void show(EdgeId edge);
    void hide(EdgeId edge);
    void change_labels(VertexId vertex, std::uint32_t new_set);
    void change_property(VertexId vertex, KeyId key, const Value& value);

    bool is_old(VertexId v) const { return v.value < old_vertices; }
    bool is_old(EdgeId e) const { return e.value < old_edges; }
    void undo_last();
    void everything_is_old();
    bool nothing_is_new() const;
    void forget_new_names();  // REQUIRES: nothing uses them any more
};

}  // namespace hearsay::graphs
