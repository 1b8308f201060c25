// Whether a relation puts its content forward or denies it, and whether the content is quoted.
#pragma once

#include "engine/articles/attribution/cue.hpp"

namespace hearsay::engine {

// Where a stance was read.
struct StanceReading {
    Stance stance = Stance::Claim;
    bool by_content = false;  // a denial that only the content's own words show
};

// Denial: cues of denial ("denied", "rejected", "called ... false") unless negated, cues that reject by their
// negation ("does not believe", see force.hpp), and contents that say something is not so ("there was no
// leak", "did not fire"). What was merely not said, known or checked is no denial. Never PassedOn, which
// needs the other relations.
StanceReading stance_of(const Words& words, const CueReading& cue);

// Direct: quotations alone; Mixed: other words and quotations.
SpeechForm form_of(const Words& words, const CueReading& cue);

}  // namespace hearsay::engine
