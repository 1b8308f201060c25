// Whether a relation puts its content forward or denies it, and whether the content is quoted.
#pragma once

#include "engine/articles/attribution/candidate.hpp"

namespace hearsay::engine {

// Denial: cues of denial ("denied", "rejected", "called ... false") unless negated, and contents that say
// something is not so
// ("there was no leak", "did not fire"). What was merely not said, known or checked is no denial.
// Never PassedOn, which needs the other relations.
Stance stance_of(const Phrases& phrases, const Candidate& candidate);

// Direct: quotations alone; Mixed: other words and quotations.
SpeechForm form_of(const Phrases& phrases, const Candidate& candidate);

}  // namespace hearsay::engine
