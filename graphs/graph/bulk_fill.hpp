// Fills an empty graph at once, with what files hold.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graphs/columns/column.hpp"
#include "graphs/graph/numbering.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

// In this order: the names (through the graph), `expect`, then the vertices and the edges in any order (one
// thread may give the vertices while another gives the edges), `link_edges`, `finish`.
class BulkFill {
  public:
    explicit BulkFill(PropertyGraph& graph);  // REQUIRES: no vertex was ever added
    // Capacities: one past the highest ids.
    void expect(std::size_t vertices, std::size_t edges);
    // For decoders of a file: how its ids become ids here. As they are, without this.
    void number(Numbering vertices, Numbering edges);
    const Numbering& vertex_numbers() const { return vertex_numbers_; }
    const Numbering& edge_numbers() const { return edge_numbers_; }

    // The id is below the capacity and was not given before.
    void vertex(VertexId id, std::uint32_t label_set);
    // `count` vertices, the first with this id and the others behind it; likewise edges.
    void vertices(VertexId first, std::size_t count, std::uint32_t label_set);
    void edges(EdgeId first, TypeId type, std::span<const VertexId> sources,
               std::span<const VertexId> targets);
    std::uint32_t label_set(std::vector<LabelId> ascending);
    void edge(EdgeId id, VertexId source, TypeId type, VertexId target);  // REQUIRES: ends below the capacity
    void index(IndexDefinition index);  // that was asked for. REQUIRES: as of PropertyGraph::add_index
    PropertyTable& vertex_properties();
    PropertyTable& edge_properties();

    // Takes the edges back that begin or end at a vertex that was not given, and says which. Before
    // `link_edges`.
    std::vector<EdgeId> drop_loose_edges();
    void link_edges();  // after the last edge; needs no vertices yet
    // False if an edge begins or ends at a vertex that was not given: the graph is then of no use.
    bool finish();
    // As `finish`, but everything is a change that a Store writes and that the graph can take back.
    bool finish_as_change();

    const PropertyGraph& graph() const { return graph_; }

  private:
    bool enlist();

    PropertyGraph& graph_;
    PropertyGraph::Parts& parts_;
    Numbering vertex_numbers_, edge_numbers_;
};

}  // namespace hearsay::graphs
