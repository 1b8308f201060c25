// Contents that may hold somebody else's word: "Orr said [Lund denied the leak]".
#pragma once

#include <vector>

#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

// The pieces of the readings' contents in which a verb of speech or denial stands, without a leading "that":
// in order, none overlapping another, of two that overlap the longer. Whoever marked the articles that the
// network learned from marked the outermost relation alone, so that the network leaves the inner one out
// until it is shown the content by itself.
std::vector<Span> inner_contents(const Document& document);

}  // namespace hearsay::engine
