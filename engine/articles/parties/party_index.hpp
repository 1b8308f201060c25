// One vertex for one party over the whole graph.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/articles/text/document.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::engine {

// A party as one article knows it.
struct Party {
    PartyKind kind = PartyKind::Unknown;
    std::string name;
    std::vector<std::string> aliases;
    std::string role;
    std::string owner;       // country, of organisations
    bool described = false;  // the name is a description ("local officials")
};

// Finds the vertex of a party in the graph, or adds it. Two persons whose given names differ stay two; a
// surname alone is a party of its own, and so is a description, unless it names a country ("Velkian
// officials"). Aliases and a role that were missing are added to the vertex. The same articles in the same
// order give the same graph.
class PartyIndex {
  public:
    // Indexes the parties that the graph has: by their properties `name` and `aliases`.
    explicit PartyIndex(graphs::PropertyGraph& graph);

    struct Found {
        graphs::VertexId vertex;
        bool added = false;
    };
    // `new_id` is the property `id` of the vertex if it is added.
    Found find_or_add(const Party& party, std::int64_t new_id);

  private:
    using Keys = std::vector<std::string>;
    const graphs::VertexId* look_up(const Party& party, const Keys& keys) const;
    bool is_same_person(graphs::VertexId vertex, const Party& party) const;
    void enter(graphs::VertexId vertex, const Keys& keys);
    void merge(graphs::VertexId vertex, const Party& party);

    graphs::PropertyGraph& graph_;
    std::unordered_map<std::string, std::vector<graphs::VertexId>> index_;
};

}  // namespace hearsay::engine
