// Finds every place that may hold an attribution.
#pragma once

#include <vector>

#include "engine/articles/attribution/candidate.hpp"

namespace hearsay::engine {

// All candidates in the order of their heads. A verb is a candidate wherever it stands in a frame that its
// entry names.
std::vector<Candidate> find_candidates(const Phrases& phrases);

}  // namespace hearsay::engine
