// What a statement changed, as the openCypher kit counts it: by what is there before and after.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace hearsay::graphs {
class PropertyGraph;
}

namespace hearsay::tck {

// Everything that is in a graph.
struct GraphState {
    struct Property {
        bool of_node = true;
        std::uint32_t element = 0;
        std::string key;
        std::string value;  // in the kit's notation
        auto operator<=>(const Property&) const = default;
    };
    std::set<std::uint32_t> nodes, relationships;
    std::set<std::string> labels;  // that some node carries
    std::set<Property> properties;
    std::map<std::uint32_t, std::set<std::string>> labels_of;  // of each node; the kit does not count them
    bool operator==(const GraphState&) const = default;
};
GraphState state_of(const graphs::PropertyGraph& graph);

// "+nodes", "-nodes", "+relationships", "-relationships", "+labels", "-labels", "+properties", "-properties":
// how many are only in `after` (+) or only in `before` (-); none is left out. A label counts once however
// many nodes carry it, and a changed property both goes and comes.
using SideEffects = std::map<std::string, std::size_t>;
SideEffects side_effects(const GraphState& before, const GraphState& after);

}  // namespace hearsay::tck
