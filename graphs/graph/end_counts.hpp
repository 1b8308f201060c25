// At vertices of which labels the edges of one type are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

// The sources of the edges of one type, or their targets, counted by the vertices' label sets, of which there
// are few. Counting begins when somebody first asks; from then on every change is told.
class EndCounts {
  public:
    bool counted() const { return counted_; }
    void begin() {
        by_label_set_.clear();
        counted_ = true;
    }
    void forget() { counted_ = false; }

    // A vertex with so many edges comes to the label set, or leaves it.
    void add_vertex(std::uint32_t label_set, std::size_t edges) {
        if (!counted_ || edges == 0) return;
        EndCount& count = by_label_set_[label_set];
        count.edges += edges;
        ++count.vertices;
    }
    void remove_vertex(std::uint32_t label_set, std::size_t edges) {
        if (!counted_ || edges == 0) return;
        EndCount& count = by_label_set_[label_set];
        count.edges -= edges;
        --count.vertices;
    }
    // A vertex that had so many edges gets one more, or one less.
    void add_edge(std::uint32_t label_set, std::size_t had) {
        if (!counted_) return;
        EndCount& count = by_label_set_[label_set];
        ++count.edges;
        if (had == 0) ++count.vertices;
    }
    void remove_edge(std::uint32_t label_set, std::size_t had) {
        if (!counted_) return;
        EndCount& count = by_label_set_[label_set];
        --count.edges;
        if (had == 1) --count.vertices;
    }

    // Of the label sets for which `wanted` holds.
    template <class Wanted>
    EndCount sum(const Wanted& wanted) const {
        EndCount all;
        for (const auto& [label_set, count] : by_label_set_) {
            if (!wanted(label_set)) continue;
            all.edges += count.edges;
            all.vertices += count.vertices;
        }
        return all;
    }

  private:
    bool counted_ = false;
    std::unordered_map<std::uint32_t, EndCount> by_label_set_;
};

}  // namespace hearsay::graphs
