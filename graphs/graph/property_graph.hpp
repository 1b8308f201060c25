// The property graph in memory: what is known, in columns.
//
// Vertices and edges are dense ids. Labels, edge types and property keys are interned to small ids; each
// property key is a typed column with a validity bitmap; adjacency is compressed sparse rows per edge type,
// in both directions, with an overlay for what changed since.
//
// Several threads may read at once, as long as none changes the graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "graphs/ids.hpp"
#include "graphs/indexes/index_definition.hpp"
#include "graphs/indexes/ordered_values.hpp"
#include "graphs/indexes/text_index.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::graphs {

// One edge as seen from one of its ends.
struct Neighbour {
    VertexId vertex;  // the other end
    EdgeId edge;
};

// How many edges, and at how many vertices.
struct EndCount {
    std::size_t edges = 0;
    std::size_t vertices = 0;

    friend bool operator==(const EndCount&, const EndCount&) = default;
};

struct EdgeOf {
    EdgeId operator()(const Neighbour& neighbour) const { return neighbour.edge; }
};
template <class T, class Key>
class Rows;                                // graphs/columns/rows.hpp
using EdgeRows = Rows<Neighbour, EdgeOf>;  // row v: the edges of one type and direction at vertex v

using Properties = std::vector<std::pair<KeyId, Value>>;

class PropertyTable;  // graphs/columns/column.hpp

class PropertyGraph {
  public:
    PropertyGraph();
    PropertyGraph(PropertyGraph&&) noexcept;
    PropertyGraph& operator=(PropertyGraph&&) noexcept;
    ~PropertyGraph();

    // --- names -------------------------------------------------------------------------------------------
    // `label`, `type` and `key` intern a name; the `find_` forms only look, and give none() if it is unknown.
    LabelId label(std::string_view name);
    TypeId type(std::string_view name);
    KeyId key(std::string_view name);
    LabelId find_label(std::string_view name) const;
    TypeId find_type(std::string_view name) const;
    KeyId find_key(std::string_view name) const;
    std::string_view name(LabelId) const;
    std::string_view name(TypeId) const;
    std::string_view name(KeyId) const;
    std::size_t label_count() const;  // label ids are 0 .. label_count()-1; likewise the next two
    std::size_t type_count() const;
    std::size_t key_count() const;

    // --- reading -----------------------------------------------------------------------------------------
    // A number that is another one after every change, names that are new and `take_back` included, and in
    // every graph: what was found out of a graph while it had this version is true of the graph that has it.
    std::uint64_t version() const;

    // Ids run from 0 to the capacity; removed ones are dead and are skipped by every listing below.
    std::size_t vertex_count() const;     // alive
    std::size_t edge_count() const;       // alive
    std::size_t vertex_capacity() const;  // one past the highest id ever given
    std::size_t edge_capacity() const;
    bool alive(VertexId) const;
    bool alive(EdgeId) const;

    std::span<const LabelId> labels(VertexId) const;  // ascending
    bool has_label(VertexId, LabelId) const;
    // Sets of labels are few and numbered: which one each vertex has, by its id, and the labels of one.
    std::span<const std::uint32_t> label_sets() const;  // valid until the next change
    std::span<const LabelId> labels_of_set(std::uint32_t set) const;
    std::size_t label_set_count() const;
    // The alive vertices that carry the label, ascending by id.
    std::span<const VertexId> vertices(LabelId) const;
    std::size_t edge_count(TypeId) const;

    TypeId type(EdgeId) const;
    VertexId source(EdgeId) const;
    VertexId target(EdgeId) const;

    // Edges of one type that leave (enter) the vertex, ascending by edge id. Valid until the next change.
    std::span<const Neighbour> out(VertexId, TypeId) const;
    std::span<const Neighbour> in(VertexId, TypeId) const;
    // The same for whoever goes through many vertices. REQUIRES: the type is known. Valid until the next
    // change.
    const EdgeRows& out_rows(TypeId) const;
    const EdgeRows& in_rows(TypeId) const;
    std::size_t out_degree(VertexId) const;  // over all types
    std::size_t in_degree(VertexId) const;

    Value property(VertexId, KeyId) const;  // null where it has none
    Value property(EdgeId, KeyId) const;
    // Every property that is set, ascending by key id.
    Properties properties(VertexId) const;
    Properties properties(EdgeId) const;
    // The columns themselves, by id: for whoever reads many rows of one key. They stay where they are as long
    // as the graph; what they hold changes with it, and may be there for dead ids too.
    const PropertyTable& vertex_properties() const;
    const PropertyTable& edge_properties() const;

    // Alive vertices with the label whose property equals the value (`equivalent`), ascending. Answered from
    // a hash index that is built on first use and kept up to date.
    std::span<const VertexId> find(LabelId, KeyId, const Value&,
                                   const Progress& progress = no_progress) const;

    // Alive vertices with the label whose property is a String that passes the test, ascending. Of many
    // vertices answered from an index of words (graphs/indexes/text_index.hpp) that is built when it is asked
    // for the second time, and kept up to date; else, and the first time, by a look at every text.
    std::vector<VertexId> find_text(LabelId, KeyId, TextPredicate, std::string_view part,
                                    const Progress& progress) const;
    // Are they so many that `find_text` uses an index, or was one asked for?
    bool indexes_texts(LabelId, KeyId) const;
    // About how many `find_text` gives, from the index; none while there is no index.
    std::optional<double> estimate_text(LabelId, KeyId, TextPredicate, std::string_view part) const;

    // Alive vertices with the label whose property lies in the range, ascending. Answered from a sorted array
    // where an index of these values was asked for, else by a look at every vertex.
    std::vector<VertexId> find_between(LabelId, KeyId, const ValueRange&, const Progress& progress) const;
    // About how many these are, from the array; none while there is none.
    std::optional<double> estimate_between(LabelId, KeyId, const ValueRange&) const;
    // Alive vertices with the label in the order of their values, as OrderedValues::in_order, from the array,
    // which is made if there is none. Valid until the next change.
    OrderedValues::Walk in_order(LabelId, KeyId, bool descending, const Progress& progress) const;

    // The indexes that were asked for, ascending by name. They are there from then on, or from the first use
    // after the graph was read from a file, rather than when they pay for themselves.
    std::span<const IndexDefinition> indexes() const;
    const IndexDefinition* find_index(std::string_view name) const;  // nullptr if there is none
    const IndexDefinition* find_index(IndexKind kind, std::string_view label, std::string_view key) const;

    // --- statistics --------------------------------------------------------------------------------------
    // The edges of the type that leave (enter) any vertex, or vertices with the label, and how many vertices
    // these are. A type is counted through when it is first asked for; changes keep the counts up to date.
    EndCount sources(TypeId) const;
    EndCount sources(TypeId, LabelId) const;
    EndCount targets(TypeId) const;
    EndCount targets(TypeId, LabelId) const;
    // How many values (`equivalent`, nulls aside) the property has among the vertices with the label; nothing
    // where `find` was not asked for them yet.
    std::optional<std::size_t> distinct_values(LabelId, KeyId) const;

    // --- changing ----------------------------------------------------------------------------------------
    // Every change is recorded, so that a Store can write it and a failed one can be taken back. One for
    // which there is no memory throws std::bad_alloc, and has changed nothing. REQUIRES: ids name alive
    // elements; `value` is null (removes the property), Boolean, Integer, Float, String, temporal or a list
    // of those.
    VertexId add_vertex(std::span<const LabelId> labels, Properties properties = {});
    EdgeId add_edge(VertexId source, TypeId type, VertexId target, Properties properties = {});
    void set_property(VertexId, KeyId, Value value);
    void set_property(EdgeId, KeyId, Value value);
    void add_label(VertexId v, LabelId label) { add_labels(v, {&label, 1}); }
    void remove_label(VertexId v, LabelId label) { remove_labels(v, {&label, 1}); }
    // Many at once: each set of labels that a vertex ever had is kept, so that one by one takes memory, and
    // time, that grow with the square of their number.
    void add_labels(VertexId, std::span<const LabelId>);
    void remove_labels(VertexId, std::span<const LabelId>);
    void remove(EdgeId);
    void remove(VertexId);  // REQUIRES: no alive edge touches it

    // Builds the index at once. If `progress` throws, nothing has changed. REQUIRES: there is no index of
    // this name, nor one of this kind, label and key.
    void add_index(IndexDefinition index, const Progress& progress);
    void remove_index(std::string_view name);  // REQUIRES: there is one

    // What was done since the last `accept` or `take_back`. Elements that were touched, each once, ascending.
    struct Changes {
        std::vector<VertexId> vertices;
        std::vector<EdgeId> edges;
        bool indexes = false;  // others are asked for
        bool empty() const { return vertices.empty() && edges.empty() && !indexes; }
    };
    Changes changes() const;
    void accept();  // the changes stand: forget how to undo them
    // Undoes every change since the last `accept`, in reverse. Names that were interned since are forgotten:
    // their ids are none now, and are given again to the next ones.
    void take_back();

  private:
    friend class BulkFill;  // graphs/graph/bulk_fill.hpp: filling a graph from a file
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hearsay::graphs
