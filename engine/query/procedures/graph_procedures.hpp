// Procedures on the whole graph or a part of it, by Boost.Graph's algorithms.
#pragma once

#include "engine/query/procedures/procedures.hpp"

namespace hearsay::engine {

// graph.pagerank (Brin and Page 1998), graph.betweenness (Brandes 2001), graph.components (Tarjan 1975) and
// graph.shortestPath (Dijkstra 1959). They run on the graph as it is stored, without a copy.
void add_graph_procedures(Procedures& procedures);

}  // namespace hearsay::engine
