// Which candidates stand as attributions.
#pragma once

#include <vector>

#include "engine/articles/attribution/candidate.hpp"

namespace hearsay::engine {

// Leaves out candidates that are seldom attributions: active verbs whose source was not found, wishes ("wants
// to call"), and, inside another one's content, all but plain speech ("Orr said the ministry denied ...").
// Keeps the order.
std::vector<Candidate> select(const Phrases& phrases, std::vector<Candidate> candidates);

}  // namespace hearsay::engine
