// Cues that are verbs: what stands around each of them, and which frames that gives.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "engine/articles/attribution/candidate.hpp"

namespace hearsay::engine {

// Finds the candidates whose cue is a verb, in the order of the verbs; run() once.
class VerbCues {
  public:
    explicit VerbCues(const Phrases& phrases) : phrases_(phrases), words_(phrases.words()) {}
    std::vector<Candidate> run();

  private:
    // --- verb_cues.cpp: the verb with its auxiliaries, its subject and its reach
    // The stretch that a cue at word i can reach: its sentence, or the quotation around it within that.
    Range bounds(std::size_t i) const;
    bool inside(std::size_t word, std::size_t quotation) const;
    void verb(std::size_t head);
    // Whether a participle without auxiliary is a passive one rather than a past tense taken for one: it has
    // no object, and its sentence another finite verb.
    bool is_reduced(std::size_t head, const Range& reach) const;
    bool has_be(std::size_t group, std::size_t head) const;
    void chain(Candidate& found, const Range& reach) const;
    Range subject(const Candidate& found, const Range& reach) const;
    void emit(Candidate found, Frame frame, Range source, std::vector<Range> content);
    // Adjuncts between the cue and its content: "said | in a statement on Tuesday | that".
    std::size_t skip_adjuncts(std::size_t i, const Range& reach) const;

    // --- verb_complements.cpp: what follows the verb
    void active_frames(const Candidate& found, const Range& reach);
    // "the agency quoted Orr as saying": Orr is the source.
    bool quoted_as_saying(const Candidate& found, std::size_t i, const Range& reach);
    // Content that begins at word i, or behind adjuncts that begin there. True if something was emitted.
    bool content_frames(const Candidate& found, const Range& source, std::size_t i, const Range& reach,
                        bool heard);
    // Content from word i on, for a cue whose subject is `subject`.
    Range content_from(std::size_t i, Frame frame, Range reach, const Range& subject) const;
    bool is_complementizer(std::size_t i, const Range& reach) const;
    // "on Monday", but not "each year of school costs"
    bool is_adverbial_time(std::size_t i, const Range& reach) const;
    // A quotation that is more than a word or two.
    bool begins_speech(const Range& quotation) const;
    void object_frames(const Candidate& found, const Range& source, std::size_t i, const Range& reach);
    void passive_frames(const Candidate& found, const Range& reach);

    // --- verb_closings.cpp: cues that close what they attribute
    bool source_is_missing(const Candidate& found, const Range& reach) const;
    // Whether a quotation that ends in a comma, question or exclamation mark closes right before the source.
    bool after_speech(const Candidate& found, const Range& source) const;
    // `...," he said` and `..., he said, ...`. `after` is the word behind the cue and its adjuncts, `next` a
    // quotation that follows there, or nothing.
    bool before_frame(const Candidate& found, const Range& source, std::size_t after, const Range& next);
    bool closing(const Candidate& found, const Range& source, std::size_t edge, std::size_t after,
                 const Range& next);
    // Whether the words after "..., he said," go on with what is said rather than with the telling.
    bool resumes(std::size_t i) const;
    // Whether a cue stands right behind the quotation: `"And we sleep," she added`.
    bool has_own_cue(const Range& quotation) const;
    // "said Orr" after a quotation or a comma.
    bool inverted(const Candidate& found, const Range& reach);

    const Phrases& phrases_;
    const Words& words_;
    std::vector<Candidate> out_;
};

// Verbs whose object is the hearer: "told reporters that".
bool takes_hearer(std::string_view lemma);

}  // namespace hearsay::engine
