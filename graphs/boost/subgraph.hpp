// A part of a PropertyGraph for Boost.Graph's algorithms: the vertices that carry one of some labels, and
// between them the edges of some types, walked one way, the other, or both.
//
// Its vertices are numbered from 0, and their numbers are the vertex descriptors, so that property maps are
// vectors. Nothing else of the graph is copied. Models VertexListGraph, EdgeListGraph, IncidenceGraph and
// AdjacencyGraph. Valid until the graph changes.
#pragma once

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <optional>
#include <vector>

#include "graphs/boost/iterators.hpp"

namespace hearsay::graphs {

class Subgraph {
  public:
    // As it is walked: with Direction::In from the edge's target to its source.
    struct Edge {
        EdgeId id;
        std::size_t source = 0, target = 0;
        friend bool operator==(const Edge& a, const Edge& b) { return a.id == b.id; }
    };
    static constexpr std::size_t none = SIZE_MAX;

    // Without `labels` every vertex, without `types` every edge. Each type once.
    Subgraph(const PropertyGraph& graph, const std::optional<std::vector<LabelId>>& labels,
             const std::optional<std::vector<TypeId>>& types, Direction direction);

    const PropertyGraph& graph() const { return *graph_; }
    std::size_t size() const { return vertices_.size(); }
    VertexId vertex(std::size_t number) const { return vertices_[number]; }
    std::size_t number(VertexId vertex) const {  // none: it is not selected
        const std::uint32_t number = numbers_[vertex.value];
        return number == unselected ? none : number;
    }

    // Every vertex is selected, so that each edge leads to one that is.
    bool whole() const { return vertices_.size() == graph_->vertex_count(); }

    // The rows of edges at each vertex, one after the other.
    std::size_t row_count() const { return types_.size() * (direction_ == Direction::Both ? 2 : 1); }
    std::span<const Neighbour> row(std::size_t number, std::size_t at) const {
        const bool entering = direction_ == Direction::In || at >= types_.size();
        const TypeId type = types_[at % types_.size()];
        return entering ? graph_->in(vertices_[number], type) : graph_->out(vertices_[number], type);
    }
    std::size_t row_sizes(std::size_t number) const {
        std::size_t sum = 0;
        for (std::size_t at = 0; at < row_count(); ++at) sum += row(number, at).size();
        return sum;
    }

  private:
    static constexpr std::uint32_t unselected = UINT32_MAX;
    const PropertyGraph* graph_;
    std::vector<VertexId> vertices_;      // ascending
    std::vector<std::uint32_t> numbers_;  // by VertexId
    std::vector<TypeId> types_;
    Direction direction_;
};

class SelectedOutEdgeIterator : public boost::iterator_facade<SelectedOutEdgeIterator, Subgraph::Edge,
                                                              boost::forward_traversal_tag, Subgraph::Edge> {
  public:
    SelectedOutEdgeIterator() = default;  // the end of every walk
    SelectedOutEdgeIterator(const Subgraph& subgraph, std::size_t source)
        : subgraph_(&subgraph), source_(source) {
        settle();
    }

  private:
    friend class boost::iterator_core_access;
    Subgraph::Edge dereference() const { return {at_->edge, source_, subgraph_->number(at_->vertex)}; }
    bool equal(const SelectedOutEdgeIterator& other) const { return at_ == other.at_; }
    void increment() {
        ++at_;
        settle();
    }
    // On to the next edge that leads to a selected vertex.
    void settle() {
        while (true) {
            for (; at_ != end_; ++at_) {
                if (subgraph_->number(at_->vertex) != Subgraph::none) return;
            }
            if (next_row_ == subgraph_->row_count()) break;
            const auto row = subgraph_->row(source_, next_row_++);
            at_ = row.data();
            end_ = at_ + row.size();
        }
        at_ = nullptr;
    }

    const Subgraph* subgraph_ = nullptr;
    std::size_t source_ = 0, next_row_ = 0;
    const Neighbour* at_ = nullptr;  // nullptr: at the end
    const Neighbour* end_ = nullptr;
};

// Every edge; with Direction::Both each is met at either end.
class SelectedEdgeIterator : public boost::iterator_facade<SelectedEdgeIterator, Subgraph::Edge,
                                                           boost::forward_traversal_tag, Subgraph::Edge> {
  public:
    SelectedEdgeIterator() = default;
    SelectedEdgeIterator(const Subgraph& subgraph, std::size_t source)
        : subgraph_(&subgraph), source_(source) {
        if (source_ < subgraph.size()) at_ = {subgraph, source_};
        skip_empty();
    }

  private:
    friend class boost::iterator_core_access;
    Subgraph::Edge dereference() const { return *at_; }
    bool equal(const SelectedEdgeIterator& other) const {
        return source_ == other.source_ && at_ == other.at_;
    }
    void increment() {
        ++at_;
        skip_empty();
    }
    void skip_empty() {
        while (source_ < subgraph_->size() && at_ == SelectedOutEdgeIterator()) {
            if (++source_ < subgraph_->size()) at_ = {*subgraph_, source_};
        }
    }

    const Subgraph* subgraph_ = nullptr;
    std::size_t source_ = 0;
    SelectedOutEdgeIterator at_;
};

struct SubgraphTraversal : boost::vertex_list_graph_tag,
                           boost::edge_list_graph_tag,
                           boost::incidence_graph_tag,
                           boost::adjacency_graph_tag {};

}  // namespace hearsay::graphs

namespace boost {

template <>
struct graph_traits<hearsay::graphs::Subgraph> {
    using vertex_descriptor = std::size_t;
    using edge_descriptor = hearsay::graphs::Subgraph::Edge;
    using directed_category = directed_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using traversal_category = hearsay::graphs::SubgraphTraversal;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = counting_iterator<std::size_t>;
    using edge_iterator = hearsay::graphs::SelectedEdgeIterator;
    using out_edge_iterator = hearsay::graphs::SelectedOutEdgeIterator;
    using in_edge_iterator = void;
    using adjacency_iterator =
        adjacency_iterator_generator<hearsay::graphs::Subgraph, std::size_t, out_edge_iterator>::type;
    static vertex_descriptor null_vertex() { return hearsay::graphs::Subgraph::none; }
};

// Some algorithms (brandes_betweenness_centrality) ask for the traits of a constant graph.
template <>
struct graph_traits<const hearsay::graphs::Subgraph> : graph_traits<hearsay::graphs::Subgraph> {};

template <>
struct property_map<hearsay::graphs::Subgraph, vertex_index_t> {
    using type = typed_identity_property_map<std::size_t>;
    using const_type = type;
};

}  // namespace boost

namespace hearsay::graphs {

inline Range<boost::counting_iterator<std::size_t>> vertices(const Subgraph& g) {
    return {boost::counting_iterator<std::size_t>(0), boost::counting_iterator<std::size_t>(g.size())};
}
inline std::size_t num_vertices(const Subgraph& g) {
    return g.size();
}
inline Range<SelectedEdgeIterator> edges(const Subgraph& g) {
    return {{g, 0}, {g, g.size()}};
}
inline std::size_t num_edges(const Subgraph& g) {
    const auto [begin, end] = edges(g);
    return static_cast<std::size_t>(std::distance(begin, end));
}
inline std::size_t source(const Subgraph::Edge& e, const Subgraph&) {
    return e.source;
}
inline std::size_t target(const Subgraph::Edge& e, const Subgraph&) {
    return e.target;
}
inline Range<SelectedOutEdgeIterator> out_edges(std::size_t v, const Subgraph& g) {
    return {{g, v}, {}};
}
inline std::size_t out_degree(std::size_t v, const Subgraph& g) {
    if (g.whole()) return g.row_sizes(v);
    const auto [begin, end] = out_edges(v, g);
    return static_cast<std::size_t>(std::distance(begin, end));
}
inline Range<boost::graph_traits<Subgraph>::adjacency_iterator> adjacent_vertices(std::size_t v,
                                                                                  const Subgraph& g) {
    const auto [begin, end] = out_edges(v, g);
    using Iterator = boost::graph_traits<Subgraph>::adjacency_iterator;
    return {Iterator(begin, &g), Iterator(end, &g)};
}

inline boost::typed_identity_property_map<std::size_t> get(boost::vertex_index_t, const Subgraph&) {
    return {};
}
inline std::size_t get(boost::vertex_index_t, const Subgraph&, std::size_t v) {
    return v;
}

}  // namespace hearsay::graphs
