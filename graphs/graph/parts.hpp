// The inside of a PropertyGraph, for its own sources.
//
// What is there stands in the arrays of the vertices and edges and in the columns; a change of these first
// takes all the memory that it needs, and cannot fail from then on. The rest (adjacency, lists by label,
// counts, indexes) follows from them: where there is no memory to keep it up to date, it is dropped, and made
// anew when somebody reads it. So a change, and what takes it back, never stops half way.
#pragma once

#include <atomic>
#include <bit>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "graphs/columns/bitmap.hpp"
#include "graphs/columns/column.hpp"
#include "graphs/columns/names.hpp"
#include "graphs/columns/rows.hpp"
#include "graphs/error.hpp"
#include "graphs/graph/end_counts.hpp"
#include "graphs/graph/property_graph.hpp"
#include "graphs/indexes/indexed_texts.hpp"
#include "graphs/indexes/ordered_values.hpp"
#include "graphs/indexes/value_index.hpp"

namespace hearsay::graphs {

// act(i) for each bit that is set, ascending.
template <class Act>
void for_each_bit(const Bitmap& bits, Act&& act) {
    const auto words = bits.words();
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::uint64_t word = words[i]; word != 0; word &= word - 1)
            act(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
    }
}

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
    bool lost = false;                // then untidy as well: the list is to be made anew
    void lose() noexcept;
    void tidy_up() noexcept;  // for `untidy` to be false, nothing must be lost or dead
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
    mutable std::vector<Adjacency> adjacency;         // by type
    mutable std::atomic<bool> adjacency_lost{false};  // its rows are empty, and to be made anew
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

    std::uint32_t label_set(std::vector<LabelId> ascending);  // strongly safe
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

    // The edges of a type; made anew if they were lost. REQUIRES: the type is known.
    Adjacency& edges_of(TypeId of) const {
        if (adjacency_lost.load(std::memory_order_acquire)) link_lost_edges();
        return adjacency[of.value];
    }
    void link_lost_edges() const;
    // Fills the empty rows of one direction of all types, from the ends that they are of to the others.
    void link(EdgeRows Adjacency::*direction, const std::vector<VertexId>& near,
              const std::vector<VertexId>& far) const;
    void lose_adjacency() const noexcept;
    void lose_all_that_follows() noexcept;

    // Take the memory that a change needs: then it needs no more. Nothing has changed if they throw.
    void make_room_for_undo();
    void make_room_in_lists(std::span<const LabelId> its_labels);
    void make_room_in_rows(VertexId from, TypeId of, VertexId to);

    // Into and out of the lists and indexes of its labels.
    void enlist(VertexId vertex, LabelId label) noexcept;
    void delist(VertexId vertex, LabelId label) noexcept;
    void touch(VertexId vertex, LabelId label) noexcept;  // tells the indexes that look at changed vertices
    void show(VertexId vertex) noexcept;                  // makes it alive
    void hide(VertexId vertex) noexcept;
    void show(EdgeId edge) noexcept;
    void hide(EdgeId edge) noexcept;
    void change_labels(VertexId vertex, std::uint32_t new_set) noexcept;
    // With its undo. Strongly safe, but for the room in the lists of what it gets.
    void set_labels(VertexId vertex, std::vector<LabelId> ascending);
    // Strongly safe. It cannot fail where it gives a value back that the vertex once had.
    void change_property(VertexId vertex, KeyId key, const Value& value);

    bool is_old(VertexId v) const { return v.value < old_vertices; }
    bool is_old(EdgeId e) const { return e.value < old_edges; }
    void undo_last() noexcept;
    void everything_is_old();
    bool nothing_is_new() const;
    void forget_new_names() noexcept;  // REQUIRES: nothing uses them any more
};

}  // namespace hearsay::graphs
