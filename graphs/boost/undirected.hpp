// A PropertyGraph whose edges have no direction, for Boost.Graph's algorithms that want one
// (connected_components).
#pragma once

#include "graphs/boost/graph.hpp"

namespace hearsay::graphs {

// An edge as met at `source`.
struct UndirectedEdge {
    EdgeId id;
    VertexId source, target;
    friend bool operator==(const UndirectedEdge& a, const UndirectedEdge& b) { return a.id == b.id; }
};

// REQUIRES: the graph outlives the view. A loop is met twice at its vertex.
class UndirectedView {
  public:
    explicit UndirectedView(const PropertyGraph& graph) : graph_(&graph) {}
    const PropertyGraph& directed() const { return *graph_; }

  private:
    const PropertyGraph* graph_;
};

class UndirectedEdgeIterator
    : public boost::iterator_adaptor<UndirectedEdgeIterator, NeighbourIterator, UndirectedEdge,
                                     boost::use_default, UndirectedEdge> {
  public:
    UndirectedEdgeIterator() = default;
    UndirectedEdgeIterator(NeighbourIterator at, VertexId vertex)
        : UndirectedEdgeIterator::iterator_adaptor_(at), vertex_(vertex) {}

  private:
    friend class boost::iterator_core_access;
    UndirectedEdge dereference() const { return {(*base()).edge, vertex_, (*base()).vertex}; }
    VertexId vertex_;
};

class AliveUndirectedEdgeIterator
    : public boost::iterator_adaptor<AliveUndirectedEdgeIterator, AliveIterator<EdgeId>, UndirectedEdge,
                                     boost::use_default, UndirectedEdge> {
  public:
    AliveUndirectedEdgeIterator() = default;
    AliveUndirectedEdgeIterator(AliveIterator<EdgeId> at, const PropertyGraph& graph)
        : AliveUndirectedEdgeIterator::iterator_adaptor_(at), graph_(&graph) {}

  private:
    friend class boost::iterator_core_access;
    UndirectedEdge dereference() const { return {*base(), graph_->source(*base()), graph_->target(*base())}; }
    const PropertyGraph* graph_ = nullptr;
};

struct UndirectedTraversal : boost::vertex_list_graph_tag,
                             boost::edge_list_graph_tag,
                             boost::incidence_graph_tag,
                             boost::adjacency_graph_tag {};

}  // namespace hearsay::graphs

namespace boost {

template <>
struct graph_traits<hearsay::graphs::UndirectedView> {
    using vertex_descriptor = hearsay::graphs::VertexId;
    using edge_descriptor = hearsay::graphs::UndirectedEdge;
    using directed_category = undirected_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using traversal_category = hearsay::graphs::UndirectedTraversal;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = hearsay::graphs::AliveIterator<hearsay::graphs::VertexId>;
    using edge_iterator = hearsay::graphs::AliveUndirectedEdgeIterator;
    using out_edge_iterator = hearsay::graphs::UndirectedEdgeIterator;
    using in_edge_iterator = void;
    using adjacency_iterator = hearsay::graphs::AdjacentVertexIterator;
    static vertex_descriptor null_vertex() { return vertex_descriptor::none(); }
};

template <>
struct graph_traits<const hearsay::graphs::UndirectedView> : graph_traits<hearsay::graphs::UndirectedView> {};

template <>
struct property_map<hearsay::graphs::UndirectedView, vertex_index_t> {
    using type = hearsay::graphs::IndexMap<hearsay::graphs::VertexId>;
    using const_type = type;
};
template <>
struct property_map<hearsay::graphs::UndirectedView, edge_index_t> {
    using type = hearsay::graphs::IndexMap<hearsay::graphs::EdgeId>;
    using const_type = type;
};

}  // namespace boost

namespace hearsay::graphs {

inline Range<AliveIterator<VertexId>> vertices(const UndirectedView& g) {
    return vertices(g.directed());
}
inline Range<AliveUndirectedEdgeIterator> edges(const UndirectedView& g) {
    const auto [begin, end] = edges(g.directed());
    return {{begin, g.directed()}, {end, g.directed()}};
}
inline std::size_t num_vertices(const UndirectedView& g) {
    return g.directed().vertex_count();
}
inline std::size_t num_edges(const UndirectedView& g) {
    return g.directed().edge_count();
}
inline VertexId source(const UndirectedEdge& e, const UndirectedView&) {
    return e.source;
}
inline VertexId target(const UndirectedEdge& e, const UndirectedView&) {
    return e.target;
}
inline Range<UndirectedEdgeIterator> out_edges(VertexId v, const UndirectedView& g) {
    return {{NeighbourIterator::begin(g.directed(), v, Direction::Both), v}, {NeighbourIterator::end(), v}};
}
inline Range<AdjacentVertexIterator> adjacent_vertices(VertexId v, const UndirectedView& g) {
    return {AdjacentVertexIterator(NeighbourIterator::begin(g.directed(), v, Direction::Both)),
            AdjacentVertexIterator(NeighbourIterator::end())};
}
inline std::size_t out_degree(VertexId v, const UndirectedView& g) {
    return degree(v, g.directed());
}

inline IndexMap<VertexId> get(boost::vertex_index_t, const UndirectedView& g) {
    return IndexMap<VertexId>(g.directed());
}
inline IndexMap<EdgeId> get(boost::edge_index_t, const UndirectedView& g) {
    return IndexMap<EdgeId>(g.directed());
}
inline std::size_t get(const IndexMap<EdgeId>& map, const UndirectedEdge& e) {
    return get(map, e.id);
}
inline Value get(const ValueMap<EdgeId>& map, const UndirectedEdge& e) {
    return get(map, e.id);
}
inline double get(const NumberMap<EdgeId>& map, const UndirectedEdge& e) {
    return get(map, e.id);
}
inline std::size_t get(boost::vertex_index_t t, const UndirectedView& g, VertexId v) {
    return get(get(t, g), v);
}
inline std::size_t get(boost::edge_index_t t, const UndirectedView& g, const UndirectedEdge& e) {
    return get(get(t, g), e);
}

}  // namespace hearsay::graphs
