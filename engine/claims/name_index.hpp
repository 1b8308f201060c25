// Which vertices go by a name: the names and aliases of all parties and places, without regard to case,
// accents and romanisation.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::engine {

// The `name` and `aliases` of a vertex, as written.
std::vector<std::string> names_of(graphs::VertexId vertex, const graphs::PropertyGraph& graph);

// Of the vertices labelled Place, Actor, Organisation or Outlet. Reads the graph once; does not follow its
// changes.
class NameIndex {
  public:
    explicit NameIndex(const graphs::PropertyGraph& graph);

    // The vertices that have the name or alias, ascending; a leading article does not count.
    const std::vector<graphs::VertexId>& find(std::string_view name) const;
    // Words of the longest name.
    std::size_t longest() const { return longest_; }

  private:
    void add(std::string_view name, graphs::VertexId vertex);

    std::unordered_map<std::string, std::vector<graphs::VertexId>> vertices_;
    std::size_t longest_ = 0;
};

}  // namespace hearsay::engine
