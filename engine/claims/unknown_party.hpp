// Why a short form found nothing: nobody goes by the name that was asked for.
#pragma once

#include <vector>

#include "engine/query/running/context.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/tree/tree.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::engine {

// A warning for each name by which no party or place in the graph goes (see named()), with the nearest that
// there is. Names that are neither a string nor a parameter with one are passed over. Reads all names.
grammar::Diagnostics unknown_parties(const std::vector<grammar::Expression>& names,
                                     const graphs::PropertyGraph& graph, const Parameters& parameters);

}  // namespace hearsay::engine
