// Lets Boost.Graph's algorithms run on a PropertyGraph unchanged.
//
// A PropertyGraph models VertexListGraph, EdgeListGraph, BidirectionalGraph and AdjacencyGraph. Removed
// elements are passed over. `vertex_index` and `edge_index` number what is alive from 0 without gaps, in the
// order of the ids, so that vectors of num_vertices(g) items do. Weights and other properties:
// graphs/boost/maps.hpp. Edges without direction (for connected_components): graphs/boost/undirected.hpp.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <cstddef>

#include "graphs/boost/iterators.hpp"
#include "graphs/boost/maps.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

struct PropertyGraphTraversal : boost::vertex_list_graph_tag,
                                boost::edge_list_graph_tag,
                                boost::bidirectional_graph_tag,
                                boost::adjacency_graph_tag {};

}  // namespace hearsay::graphs

namespace boost {

template <>
struct graph_traits<hearsay::graphs::PropertyGraph> {
    using vertex_descriptor = hearsay::graphs::VertexId;
    using edge_descriptor = hearsay::graphs::EdgeId;
    using directed_category = bidirectional_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using traversal_category = hearsay::graphs::PropertyGraphTraversal;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = hearsay::graphs::AliveIterator<hearsay::graphs::VertexId>;
    using edge_iterator = hearsay::graphs::AliveIterator<hearsay::graphs::EdgeId>;
    using out_edge_iterator = hearsay::graphs::IncidentEdgeIterator;
    using in_edge_iterator = hearsay::graphs::IncidentEdgeIterator;
    using adjacency_iterator = hearsay::graphs::AdjacentVertexIterator;
    static vertex_descriptor null_vertex() { return vertex_descriptor::none(); }
};

// Some algorithms (brandes_betweenness_centrality) ask for the traits of a constant graph.
template <>
struct graph_traits<const hearsay::graphs::PropertyGraph> : graph_traits<hearsay::graphs::PropertyGraph> {};

template <>
struct property_map<hearsay::graphs::PropertyGraph, vertex_index_t> {
    using type = hearsay::graphs::IndexMap<hearsay::graphs::VertexId>;
    using const_type = type;
};
template <>
struct property_map<hearsay::graphs::PropertyGraph, edge_index_t> {
    using type = hearsay::graphs::IndexMap<hearsay::graphs::EdgeId>;
    using const_type = type;
};

}  // namespace boost

namespace hearsay::graphs {

inline Range<AliveIterator<VertexId>> vertices(const PropertyGraph& g) {
    return {{g, 0}, {g, g.vertex_capacity()}};
}
inline Range<AliveIterator<EdgeId>> edges(const PropertyGraph& g) {
    return {{g, 0}, {g, g.edge_capacity()}};
}
inline std::size_t num_vertices(const PropertyGraph& g) {
    return g.vertex_count();
}
inline std::size_t num_edges(const PropertyGraph& g) {
    return g.edge_count();
}
inline VertexId source(EdgeId e, const PropertyGraph& g) {
    return g.source(e);
}
inline VertexId target(EdgeId e, const PropertyGraph& g) {
    return g.target(e);
}
inline Range<IncidentEdgeIterator> out_edges(VertexId v, const PropertyGraph& g) {
    return {IncidentEdgeIterator(NeighbourIterator::begin(g, v, Direction::Out)),
            IncidentEdgeIterator(NeighbourIterator::end())};
}
inline Range<IncidentEdgeIterator> in_edges(VertexId v, const PropertyGraph& g) {
    return {IncidentEdgeIterator(NeighbourIterator::begin(g, v, Direction::In)),
            IncidentEdgeIterator(NeighbourIterator::end())};
}
inline Range<AdjacentVertexIterator> adjacent_vertices(VertexId v, const PropertyGraph& g) {
    return {AdjacentVertexIterator(NeighbourIterator::begin(g, v, Direction::Out)),
            AdjacentVertexIterator(NeighbourIterator::end())};
}
inline std::size_t out_degree(VertexId v, const PropertyGraph& g) {
    return g.out_degree(v);
}
inline std::size_t in_degree(VertexId v, const PropertyGraph& g) {
    return g.in_degree(v);
}
inline std::size_t degree(VertexId v, const PropertyGraph& g) {
    return g.out_degree(v) + g.in_degree(v);
}

inline IndexMap<VertexId> get(boost::vertex_index_t, const PropertyGraph& g) {
    return IndexMap<VertexId>(g);
}
inline IndexMap<EdgeId> get(boost::edge_index_t, const PropertyGraph& g) {
    return IndexMap<EdgeId>(g);
}
// One by one this is slow where ids have gaps: take the map.
inline std::size_t get(boost::vertex_index_t t, const PropertyGraph& g, VertexId v) {
    return get(get(t, g), v);
}
inline std::size_t get(boost::edge_index_t t, const PropertyGraph& g, EdgeId e) {
    return get(get(t, g), e);
}

}  // namespace hearsay::graphs
