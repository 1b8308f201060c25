// Where the content of a cue begins and ends.
#pragma once

#include "engine/articles/attribution/candidate.hpp"

namespace hearsay::engine {

// The words from `begin` to where the clause that the cue governs ends: the sentence's end, or before a
// coordinate clause, a further cue, or the end of the quotation around the cue. A quotation that begins
// inside is taken in whole, over sentences.
// `subordinate`: the cue stands in a clause that another one follows ("while he said it would hold, it
// fell").
Range content_after(const Phrases& phrases, std::size_t begin, Frame frame, Range bounds,
                    bool subordinate = false);

// The words before `end` that the cue closes: "The dam holds | , he said". Begins with the sentence, or with
// the quotation that closes at `end`.
Range content_before(const Phrases& phrases, std::size_t end, Range bounds);

// Whether a cue that closes what came before stands at word `i`: "he said", "said Orr", "according to".
bool closing_cue(const Phrases& phrases, std::size_t i, std::size_t limit);

// A quotation that goes on right after word `end`: `..., he said. "And we sleep."`. Empty if none does.
Range quotation_after(const Phrases& phrases, std::size_t end);

// The paragraph that follows the one whose last word is the one before `end`: what "he said:" announces.
// Empty if none does.
Range paragraph_after(const Phrases& phrases, std::size_t end);

// Paragraphs that go on with an open quotation: the words up to the last one's end; `content.end` if none
// does.
std::size_t through_open_paragraphs(const Phrases& phrases, Range content);

}  // namespace hearsay::engine
