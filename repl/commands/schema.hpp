// What a graph is made of, for people.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::repl {

struct PropertyUse {
    std::size_t count = 0;        // elements that have it
    std::set<std::string> kinds;  // openCypher's names: "String"
};
using PropertyUses = std::map<std::string, PropertyUse>;

struct Schema {
    struct Nodes {
        std::size_t count = 0;
        PropertyUses properties;
    };
    struct Relationships {
        std::size_t count = 0;
        std::map<std::string, std::size_t> ends;  // "Actor -> Statement"
        PropertyUses properties;
    };
    std::size_t nodes = 0, relationships = 0;
    std::map<std::string, Nodes> labels;  // a node with two labels counts under both
    std::map<std::string, Relationships> types;
};

Schema schema_of(const graphs::PropertyGraph& graph);
std::string schema_text(const Schema& schema, std::size_t width);

}  // namespace hearsay::repl
