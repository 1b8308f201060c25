// What a planner asks a property graph.
#include <algorithm>

#include "graphs/graph/parts.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

// `ends`: one side of one type's edges, whose rows are `rows`. `label`: nullptr for every vertex.
template <class EdgeRows>
EndCount PropertyGraph::Parts::count_ends(EndCounts& ends, const EdgeRows& rows, const LabelId* label) const {
    const std::lock_guard guard(lazy);
    if (!ends.counted()) {
        EndCounts counted;
        counted.begin();
        for (std::size_t v = 0; v < rows.row_count(); ++v) {
            if (const std::size_t edges = rows.row_size(v); edges > 0)
                counted.add_vertex(label_set_of[v], edges);
        }
        ends = std::move(counted);
    }
    return ends.sum([&](std::uint32_t set) {
        const std::vector<LabelId>& its = label_sets[set];
        return label == nullptr || std::binary_search(its.begin(), its.end(), *label);
    });
}

EndCount PropertyGraph::Parts::count_sources(TypeId of, const LabelId* label) const {
    if (of.value >= adjacency.size()) return {};
    Adjacency& edges = edges_of(of);
    return count_ends(edges.sources, edges.out, label);
}

EndCount PropertyGraph::Parts::count_targets(TypeId of, const LabelId* label) const {
    if (of.value >= adjacency.size()) return {};
    Adjacency& edges = edges_of(of);
    return count_ends(edges.targets, edges.in, label);
}

EndCount PropertyGraph::sources(TypeId type) const {
    return parts_->count_sources(type, nullptr);
}
EndCount PropertyGraph::sources(TypeId type, LabelId label) const {
    return parts_->count_sources(type, &label);
}
EndCount PropertyGraph::targets(TypeId type) const {
    return parts_->count_targets(type, nullptr);
}
EndCount PropertyGraph::targets(TypeId type, LabelId label) const {
    return parts_->count_targets(type, &label);
}

std::optional<std::size_t> PropertyGraph::distinct_values(LabelId label, KeyId key) const {
    const std::lock_guard guard(parts_->lazy);
    const auto found = parts_->indexes.find({label, key});
    if (found == parts_->indexes.end()) return std::nullopt;
    return found->second.value_count();
}

}  // namespace hearsay::graphs
