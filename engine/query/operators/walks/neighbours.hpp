// The edges at a vertex: by type and direction, a loop once.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "grammar/tree/tree.hpp"
#include "graphs/columns/rows.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::engine {

// The edges of one type that leave every vertex, or that enter it.
struct Leg {
    const graphs::EdgeRows* edges;
    bool without_loops;  // another leg of the walk gives them

    std::span<const graphs::Neighbour> at(graphs::VertexId vertex) const {  // none() has no edges
        return edges->row(vertex.value);
    }
};

// What a walk may take: the ids of its types, and which way.
struct WalkTypes {
    WalkTypes(const std::vector<grammar::Name>& names, grammar::Direction direction);

    // Looks the types up. A statement that makes relationships may make types too: so it is done before each
    // batch, not once.
    void resolve(const graphs::PropertyGraph& graph);

    std::vector<std::string> names;
    grammar::Direction direction;
    std::vector<graphs::TypeId> types;  // each once; those that the graph does not know are left out
    std::vector<Leg> legs;  // together they give each edge once; valid until the next change of the graph

    WalkTypes reversed() const;  // not resolved
    // How many edges there are to look at; a loop may count twice.
    std::size_t degree(graphs::VertexId vertex) const {
        std::size_t edges = 0;
        for (const Leg& leg : legs) edges += leg.edges->row_size(vertex.value);
        return edges;
    }
};

// The lists of edges at one vertex, one after the other. REQUIRES: the walk is resolved, and outlives it.
class EdgeLists {
  public:
    EdgeLists() = default;
    EdgeLists(const WalkTypes& walk, graphs::VertexId vertex) : legs_(walk.legs), vertex_(vertex) {}

    // Goes to the next list that is not empty; false if there are no more.
    bool next() {
        while (leg_ < legs_.size()) {
            const Leg& leg = legs_[leg_++];
            list_ = leg.at(vertex_);
            without_loops_ = leg.without_loops;
            if (!list_.empty()) return true;
        }
        list_ = {};
        return false;
    }
    // What is left of the list at hand, of at most `most` edges, which are taken off it.
    std::span<const graphs::Neighbour> take(std::size_t most) {
        const auto part = list_.first(std::min(most, list_.size()));
        list_ = list_.subspan(part.size());
        return part;
    }
    bool at_end_of_list() const { return list_.empty(); }
    // Of the list at hand: an edge to `vertex` itself is to be left out.
    bool without_loops() const { return without_loops_; }
    graphs::VertexId vertex() const { return vertex_; }

    // One edge after the other; false if there are no more.
    bool next(graphs::Neighbour& neighbour) {
        do {
            while (!list_.empty()) {
                neighbour = list_.front();
                list_ = list_.subspan(1);
                if (!without_loops_ || neighbour.vertex != vertex_) return true;
            }
        } while (next());
        return false;
    }

  private:
    std::span<const Leg> legs_;
    std::size_t leg_ = 0;
    std::span<const graphs::Neighbour> list_;
    bool without_loops_ = false;
    graphs::VertexId vertex_;
};

}  // namespace hearsay::engine
