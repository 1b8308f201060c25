// What a cue makes of its content: a claim, a wish, a question, a mere reference, or nothing at all.
#pragma once

#include "engine/articles/attribution/candidate.hpp"
#include "engine/articles/document.hpp"

namespace hearsay::engine {

// By the cue verb, what stands for the content, and what stands around the cue: "seeks to" is a wish, "asked
// whether" a question, "referring to" a reference, "did not say that" and "declined to say" put nothing
// forward. After Searle's classes of illocutionary acts (1976): assertives, commissives ("promised to"),
// directives ("urged them to") and expressives ("condemned") spoken aloud all count as asserted, since their
// source answers for them in public.
Force force_of(const Phrases& phrases, const Candidate& candidate);

// "does not believe that", "does not expect": the verb's negation is meant for the content.
bool passes_negation_on(const Candidate& candidate);

}  // namespace hearsay::engine
