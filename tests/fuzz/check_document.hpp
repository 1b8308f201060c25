// What must be true of every article that was read, and of the graph that was made of it.
#pragma once

#include "engine/articles/text/document.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::fuzz {

// Every layer's spans lie in the text, cut it between characters and stand in their order; numbers of chains,
// tokens and attributions name some that are there; all texts are UTF-8. Else the program ends.
void check_document(const engine::Document& document);

// What statements and edges say of an article is what their offsets cut out of it. REQUIRES: the graph holds
// this article alone.
void check_evidence(const graphs::PropertyGraph& graph, const engine::Document& document);

}  // namespace hearsay::fuzz
