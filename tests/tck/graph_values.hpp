// Between the graph's values and the kit's.
#pragma once

#include "graphs/graph/property_graph.hpp"
#include "tests/tck/kit_value.hpp"

namespace hearsay::tck {

// How the kit sees a value: nodes by labels and properties, instants and durations as text.
KitValue seen(const graphs::Value& value, const graphs::PropertyGraph& graph);

// The value of a parameter or of a procedure's row. Throws std::runtime_error for a node, a relationship or a
// path: they have no value outside a graph.
graphs::Value value_of(const KitValue& value);

}  // namespace hearsay::tck
