// The iterators of a PropertyGraph for Boost.Graph. Valid until the graph changes.
#pragma once

#include <boost/iterator/iterator_adaptor.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

template <class Iterator>
using Range = std::pair<Iterator, Iterator>;

// Over the alive vertices (edges) of a graph, ascending.
template <class ElementId>
class AliveIterator : public boost::iterator_facade<AliveIterator<ElementId>, ElementId,
                                                    boost::forward_traversal_tag, ElementId> {
  public:
    AliveIterator() = default;
    AliveIterator(const PropertyGraph& graph, std::size_t at) : graph_(&graph), at_(at) { skip_dead(); }

  private:
    friend class boost::iterator_core_access;
    std::size_t capacity() const {
        if constexpr (std::is_same_v<ElementId, VertexId>)
            return graph_->vertex_capacity();
        else
            return graph_->edge_capacity();
    }
    ElementId dereference() const { return {static_cast<std::uint32_t>(at_)}; }
    bool equal(const AliveIterator& other) const { return at_ == other.at_; }
    void increment() {
        ++at_;
        skip_dead();
    }
    void skip_dead() {
        while (at_ < capacity() && !graph_->alive(dereference())) ++at_;
    }
    const PropertyGraph* graph_ = nullptr;
    std::size_t at_ = 0;
};

// Over the edges of all types at one vertex: those that leave it, then those that enter it, or one of the
// two.
enum class Direction { Out, In, Both };

class NeighbourIterator
    : public boost::iterator_facade<NeighbourIterator, Neighbour, boost::forward_traversal_tag, Neighbour> {
  public:
    NeighbourIterator() = default;
    static NeighbourIterator begin(const PropertyGraph& graph, VertexId vertex, Direction direction) {
        NeighbourIterator it;
        it.graph_ = &graph;
        it.vertex_ = vertex;
        it.entering_ = direction == Direction::In;
        it.both_ = direction == Direction::Both;
        it.type_.value = 0;
        it.load_row();
        it.skip_empty();
        return it;
    }
    // The end of every walk.
    static NeighbourIterator end() { return {}; }
    bool entering() const { return entering_; }

  private:
    friend class boost::iterator_core_access;
    Neighbour dereference() const { return *at_; }
    bool equal(const NeighbourIterator& other) const { return at_ == other.at_; }
    void increment() {
        ++at_;
        skip_empty();
    }
    void load_row() {
        const std::span<const Neighbour> row =
            type_.value >= graph_->type_count()
                ? std::span<const Neighbour>()
                : (entering_ ? graph_->in(vertex_, type_) : graph_->out(vertex_, type_));
        at_ = row.data();
        row_end_ = at_ + row.size();
    }
    void skip_empty() {
        while (at_ == row_end_) {
            ++type_.value;
            if (type_.value >= graph_->type_count()) {
                if (!both_ || entering_) {
                    at_ = nullptr;
                    return;
                }
                entering_ = true;
                type_.value = 0;
            }
            load_row();
        }
    }

    const PropertyGraph* graph_ = nullptr;
    VertexId vertex_;
    bool entering_ = false, both_ = false;
    TypeId type_;
    const Neighbour* at_ = nullptr;  // nullptr: at the end
    const Neighbour* row_end_ = nullptr;
};

class IncidentEdgeIterator : public boost::iterator_adaptor<IncidentEdgeIterator, NeighbourIterator, EdgeId,
                                                            boost::use_default, EdgeId> {
  public:
    using IncidentEdgeIterator::iterator_adaptor_::iterator_adaptor_;

  private:
    friend class boost::iterator_core_access;
    EdgeId dereference() const { return (*base()).edge; }
};

class AdjacentVertexIterator : public boost::iterator_adaptor<AdjacentVertexIterator, NeighbourIterator,
                                                              VertexId, boost::use_default, VertexId> {
  public:
    using AdjacentVertexIterator::iterator_adaptor_::iterator_adaptor_;

  private:
    friend class boost::iterator_core_access;
    VertexId dereference() const { return (*base()).vertex; }
};

}  // namespace hearsay::graphs
