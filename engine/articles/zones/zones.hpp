// What each stretch of an article is: title, body, heading, caption, byline or furniture.
//
// Works on lines, by features that pages of all kinds share: length, sentence punctuation, function words,
// capitals, repetition, photo credits, dates, and the words with which pages address their readers. The body
// is the run of lines with the greatest sum of weights (running text counts for it, furniture against), after
//   Finn, Kushmerick, Smyth: Fact or fiction: content classification for digital libraries (2001), and
//   Pomikalek: Removing boilerplate and duplicate content from web corpora (2011; function words as a sign of
//   text).
#pragma once

#include <memory>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::engine {

// Fills Document::zones: one zone a line (a paragraph, where lines are wrapped), in order, without gap or
// overlap. Uses Document::title where it is known; zones that are there already (from markup) stand.
std::unique_ptr<Annotator> make_zone_annotator();

}  // namespace hearsay::engine
