// A place that may hold an attribution: the cue and what the rules read around it.
#pragma once

#include <string_view>
#include <vector>

#include "engine/articles/attribution/cue_verbs.hpp"
#include "engine/articles/attribution/phrases.hpp"

namespace hearsay::engine {

enum class CueForm : unsigned char { Finite, Participial, Infinitive, Passive, Phrase };

struct Candidate {
    std::string_view lemma;  // "say"; for a phrase its first words: "according to"
    const CueVerb* verb = nullptr;
    Frame frame = Frame::None;
    CueForm form = CueForm::Finite;
    std::size_t head = 0;  // the verb
    Range cue;
    std::vector<Range> source;   // may be empty
    std::vector<Range> content;  // in the order of the text
    bool negated = false;
    bool modal = false;
    bool quoted = false;    // stands inside somebody's quoted words
    bool inverted = false;  // source after cue
};

}  // namespace hearsay::engine
