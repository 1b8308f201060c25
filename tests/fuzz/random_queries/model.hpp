// The oracle's own property graph: two arrays.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/fuzz/random_queries/value.hpp"

namespace hearsay::random_queries {

struct Node {
    std::set<std::string> labels;
    Map properties;
    bool deleted = false;
};
struct Edge {
    std::size_t from = 0, to = 0;
    std::string type;
    Map properties;
    bool deleted = false;
};
struct Graph {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

// The graph as one CREATE statement; "" if there is nothing in it.
std::string create_text(const Graph& graph);

// Nodes and relationships as what they look like, with what hangs on them some steps around: equal for all
// nodes that can take each other's place, and so for equal graphs whatever the order they were made in.
class Looks {
  public:
    explicit Looks(const Graph& graph);
    std::string of(const Value& value) const;
    std::string of_graph() const;

  private:
    std::string of_edge(std::size_t edge) const;

    const Graph& graph_;
    std::vector<std::string> nodes_;
};

}  // namespace hearsay::random_queries
