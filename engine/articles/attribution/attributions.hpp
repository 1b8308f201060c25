// Who says what: attribution relations by rules, without a parser.
#pragma once

#include <string_view>

#include "engine/articles/annotator.hpp"

namespace hearsay::engine {

// Fills Document::attributions, in order of their cues. Needs tokens, sentences and quotations; reads
// sentences of titles, headings and body only. Stance, form, confidence and `outer` are filled; parties and
// source_name are left to others.
class AttributionAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "attributions"; }
    void annotate(Document& document) const override;
};

}  // namespace hearsay::engine
