// The edges at a vertex, one after the other: by type and direction, a loop once.
#pragma once

#include <span>
#include <vector>

#include "grammar/tree.hpp"
#include "graphs/property_graph.hpp"

namespace hearsay::engine {

// What a walk may take: the ids of its types, and which way.
struct WalkTypes {
    WalkTypes(const std::vector<grammar::Name>& names, grammar::Direction direction);

    // Looks the types up. A statement that makes relationships may make types too: so it is done before each
    // batch, not once.
    void resolve(const graphs::PropertyGraph& graph);

    std::vector<std::string> names;
    std::vector<graphs::TypeId> types;  // each once; those that the graph does not know are left out
    grammar::Direction direction;
    WalkTypes reversed() const;
};

// How many edges a walk has to look at from the vertex; a loop may count twice.
std::size_t degree(const graphs::PropertyGraph& graph, const WalkTypes& walk, graphs::VertexId vertex);

class Neighbours {
  public:
    Neighbours() = default;
    Neighbours(const graphs::PropertyGraph& graph, const WalkTypes& walk, graphs::VertexId vertex);

    // Gives the next edge and its other end; false if there are no more. An edge is given once, in one of the
    // directions.
    bool next(graphs::Neighbour& neighbour);

  private:
    const graphs::PropertyGraph* graph_ = nullptr;
    const WalkTypes* walk_ = nullptr;
    graphs::VertexId vertex_;
    std::size_t type_ = 0;
    bool entering_ = false;  // the list at hand is of edges that enter the vertex
    std::span<const graphs::Neighbour> list_;
    std::size_t at_ = 0;

    void open();
    bool advance();
};

}  // namespace hearsay::engine
