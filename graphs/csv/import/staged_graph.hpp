// What CSV files hold, before it goes into a graph.
#pragma once

#include <atomic>
#include <deque>
#include <string>
#include <vector>

#include "graphs/columns/string_pool.hpp"
#include "graphs/csv/import/edge_ends.hpp"
#include "graphs/csv/import/staged_file.hpp"

namespace hearsay::graphs::csv {

struct StagedNodes {
    std::vector<std::string> labels;  // ascending, each once
    StagedFile file;                  // the first property is the id
    bool keeps_id = true;             // as a property
    VertexId first;                   // of the file: the others follow in order
};

struct StagedEdges {
    std::string type;
    std::vector<std::string> from, to;  // ascending
    StagedFile file;
    EdgeEnds source_ids, target_ids;
    std::vector<VertexId> sources, targets;  // once linked
};

struct StagedGraph {
    std::deque<StagedNodes> nodes;
    std::deque<StagedEdges> edges;
    StringPool vertex_texts, edge_texts;

    // Reads all of the files; what is wrong stands in each one's `bad`.
    static StagedGraph read(const Import& what);
    // Gives every vertex its id in the graph, and every edge its ends. Rows whose id is there already, and
    // edges that join nothing, go to `bad` and are left out. Throws Interrupted (graphs/interruptible.hpp).
    void link(const PropertyGraph& graph, const std::atomic<bool>* interrupt);
    // REQUIRES: read and linked with this graph, not changed since. Throws Interrupted; what was moved by
    // then is a change that the graph can take back.
    void move_into(PropertyGraph& graph, const std::atomic<bool>* interrupt);

    std::uint64_t vertex_count() const;
    std::uint64_t edge_count() const;
};

}  // namespace hearsay::graphs::csv
