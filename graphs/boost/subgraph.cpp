#include "graphs/boost/subgraph.hpp"

#include <algorithm>

namespace hearsay::graphs {

Subgraph::Subgraph(const PropertyGraph& graph, const std::optional<std::vector<LabelId>>& labels,
                   const std::optional<std::vector<TypeId>>& types, Direction direction)
    : graph_(&graph), numbers_(graph.vertex_capacity(), unselected), direction_(direction) {
    if (labels) {
        for (const LabelId label : *labels) {
            const auto carrying = graph.vertices(label);
            vertices_.insert(vertices_.end(), carrying.begin(), carrying.end());
        }
        std::sort(vertices_.begin(), vertices_.end());
        vertices_.erase(std::unique(vertices_.begin(), vertices_.end()), vertices_.end());
    } else {
        vertices_.reserve(graph.vertex_count());
        for (std::uint32_t i = 0; i < graph.vertex_capacity(); ++i) {
            if (graph.alive(VertexId{i})) vertices_.push_back(VertexId{i});
        }
    }
    for (std::size_t i = 0; i < vertices_.size(); ++i)
        numbers_[vertices_[i].value] = static_cast<std::uint32_t>(i);
    if (types) {
        types_ = *types;
    } else {
        for (std::uint32_t i = 0; i < graph.type_count(); ++i) types_.push_back(TypeId{i});
    }
}

}  // namespace hearsay::graphs
