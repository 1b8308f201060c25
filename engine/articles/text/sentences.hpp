// Sentences, with the tokens, zone and paragraph of each.
#pragma once

#include <string_view>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::engine {

// Fills Document::sentences. Needs tokens; uses zones where there are any (without them all text is Body).
// Boundaries are ICU's sentence boundaries for English, less those that abbreviations ("Gen. Ro", "U.S.
// Senate") and quotation marks ("Why?" she asked) bring in. A sentence crosses no line break and no zone's
// boundary; it has one token or more. A line that only wraps (its end has no stop and the next line begins in
// lower case) counts as going on.
class SentenceAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "sentences"; }
    void annotate(Document& document, const graphs::Progress& progress = graphs::no_progress) const override;
};

}  // namespace hearsay::engine
