// How often a rule is right.
#pragma once

#include "engine/articles/attribution/candidate.hpp"

namespace hearsay::engine {

// The share of relations that the candidate's rule (kind of verb, frame) got right with their source, 0 to 1,
// as measured on hand-marked news; see the table for how.
double confidence_of(const Candidate& candidate);

}  // namespace hearsay::engine
