// What a cue makes of its content: a claim, a wish, a question, a mere reference, or nothing at all.
#pragma once

#include "engine/articles/attribution/cue.hpp"

namespace hearsay::engine {

// By the cue's verb, what stands for the content, and what stands around the cue: "seeks to" is a wish,
// "asked whether" a question, "referring to" a reference, "did not say that" and "declined to say" put
// nothing forward. After Searle's classes of illocutionary acts (1976): assertives, commissives ("promised
// to"), directives ("urged them to") and expressives ("condemned") spoken aloud all count as asserted, since
// their source answers for them in public.
Force force_of(const Words& words, const CueReading& cue);

// The cue is negated, and rejects its content rather than keeping it back: "does not believe that", "will not
// accept", "refused to admit".
bool rejects(const Words& words, const CueReading& cue);

}  // namespace hearsay::engine
