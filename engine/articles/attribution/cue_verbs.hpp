// The verbs that attribute, and with which complement each of them does.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hearsay::engine {

// What stands for the content beside the cue; the letter is the one used in the word list.
enum class Frame : char {
    Quotation = 'Q',          // said: "..."
    Before = 'P',             // "...," he said; ..., said Orr
    That = 'T',               // said that ...
    Clause = 'B',             // said she would
    Question = 'W',           // asked whether, wondered why
    Infinitive = 'L',         // promised to go
    ObjectClause = 'X',       // urged them to go
    Object = 'O',             // criticised the plan
    Gerund = 'G',             // denied stealing
    Adjective = 'J',          // seemed ready
    For = 'f',                // called for
    Of = 'o',                 // warned of
    On = 'n',                 // called on
    About = 'a',              // complained about
    Against = 'g',            // argued against
    To = 't',                 // referred to
    With = 'w',               // agreed with
    As = 's',                 // described as
    At = 'm',                 // hinted at
    In = 'i',                 // believes in
    None = '-',               // nothing: "spoke"
    PassiveInfinitive = 'l',  // is expected to
    PassiveThat = 'h',        // it was reported that
    PassiveBy = 'y',          // was claimed by two groups
    Passive = 'z'             // was announced
};

enum class CueKind : std::uint8_t { Speech, Belief, Intention, Evaluation, Finding, Appearance, Deed };

char letter_of(CueKind kind);  // as in the word list: S speech, B belief, ...

struct CueVerb {
    std::string_view lemma;
    std::string_view frames;  // letters of Frame
    CueKind kind = CueKind::Speech;
    // Whether the verb attributes in this frame.
    bool takes(Frame frame) const {
        return frame == Frame::That || frames.find(static_cast<char>(frame)) != std::string_view::npos;
    }
};

// The verb of which this word (lower case) is a form; nullptr if it is no cue.
const CueVerb* cue_verb(std::string_view lower);

}  // namespace hearsay::engine
