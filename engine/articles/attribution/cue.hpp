// A relation as the network marks it, and what its words say: which verb the cue is, whether it is negated,
// what kind of complement the content is.
#pragma once

#include <vector>

#include "engine/articles/attribution/cue_verbs.hpp"
#include "engine/articles/attribution/words.hpp"

namespace hearsay::engine {

// What the content is to its cue.
enum class Complement {
    Sentence,    // "the dam holds," he said; said that the dam holds; also nouns: criticised the dam
    Question,    // asked whether the dam holds
    Infinitive,  // promised to mend the dam
    Phrase       // behind a preposition of the cue: called for repairs
};

struct CueReading {
    Range words;  // from the cue's first word to its last
    std::vector<Range> source, content;
    const CueVerb* verb = nullptr;  // of the list; nullptr: another verb, a phrase ("according to"), a mark
    std::size_t head = 0;           // the verb or noun; without one, the cue's last word
    bool nominal = false;           // the head is a noun: "their claim that"
    Complement complement = Complement::Sentence;
    bool negated = false;               // "did not say"
    bool modal = false;                 // "will say", "could say"
    bool hypothetical = false;          // "could say", "if he said"
    const CueVerb* governor = nullptr;  // in a chain of verbs, the one before: "refused to confirm" - refuse
    CueStrength strength = CueStrength::Neutral;

    bool is(std::initializer_list<std::string_view> lemmas) const;
    bool does(CueAct act) const { return verb != nullptr && verb->act == act; }
    bool is_governed_by(CueAct act) const { return governor != nullptr && governor->act == act; }
};

// REQUIRES: the cue and each piece of the reading have a word; there is content.
CueReading read_cue(const Words& words, const SpanReading& reading);

}  // namespace hearsay::engine
