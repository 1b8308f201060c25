// Cues that are no verbs: "according to", "reportedly", "in a poll", "Orr's claim that", headings with a
// colon.
#pragma once

#include <vector>

#include "engine/articles/attribution/candidate.hpp"

namespace hearsay::engine {

// Adds the candidates whose cue is a phrase; they come in order among themselves.
void find_phrase_cues(const Phrases& phrases, std::vector<Candidate>& out);

}  // namespace hearsay::engine
