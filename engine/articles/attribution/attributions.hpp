// Who says what: attribution relations from what the network reads.
#pragma once

#include <string_view>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::engine {

// Fills Document::attributions from Document::readings, in their order, with spans as read, but for a stop
// that ends a content and a denial behind "but" that is somebody else's. Needs tokens, sentences, quotations
// and readings. Stance, force, form, strength, confidence and `outer` are filled; parties and source_name are
// left to others.
class AttributionAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "attributions"; }
    void annotate(Document& document, const graphs::Progress& progress = graphs::no_progress) const override;
};

}  // namespace hearsay::engine
