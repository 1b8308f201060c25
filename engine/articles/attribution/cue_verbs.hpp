// The verbs and nouns that attribute, with what each of them does and how strong it is.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

// After Searle's classes of illocutionary acts (1976), with those told apart that decide what a source can be
// held to.
enum class CueAct : std::uint8_t {
    Speech,     // "said", "promised", "announced"
    Belief,     // "thinks", "expects"
    Judgement,  // "criticised", "praised"
    Denial,     // "denied", "rejected"
    Question,   // "asked", "wondered"
    Reference,  // "cited", "discussed": the content is only pointed at, unless it is a sentence
    Wish,       // "wants", "plans"
    Refusal,    // "declined", "refused"
    Appearance  // "seems"
};

struct CueVerb {
    std::string_view lemma;
    CueAct act = CueAct::Speech;
    CueStrength strength = CueStrength::Neutral;
};

// The verb of which this word (lower case) is a form; nullptr if it is none of the list.
const CueVerb* cue_verb(std::string_view lower);

// The verb behind a noun ("denial": deny), given in the singular or plural; nullptr if it is none of the
// list.
const CueVerb* cue_noun(std::string_view lower);

}  // namespace hearsay::engine
