// Which names of an article are one party: "Lena Orr", "Ms. Orr"; "Velk Watch Service (VWS)", "the VWS".
#pragma once

#include <string>

#include "engine/articles/text/document.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

// Gives every mention of form Name its chain, and fills Document::chain_names, chain_kinds and chain_aliases.
// A chain's name is the fullest of its names, its kind that of the first sure one. A surname belongs to the
// last full name before it, else to the first after it. An acronym belongs to the name before its brackets.
void chain_names(Document& document, const graphs::Progress& progress = graphs::no_progress);

// Adds a chain for a party without a name ("local officials") and returns its number.
std::size_t add_chain(Document& document, std::string name, PartyKind kind);

}  // namespace hearsay::engine
