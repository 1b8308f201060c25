// Stretches between quotation marks, nested ones included.
#pragma once

#include <string_view>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::engine {

// Fills Document::quotations, in order of their beginning, outer before inner. Needs tokens and sentences
// (for paragraphs). Marks: straight and curly double, curly and straight single (an apostrophe is none), « »
// and „ “. A paragraph's open quotation without a closing mark runs to the paragraph's end (closed = false),
// as where it goes on in the next paragraph.
class QuotationAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "quotations"; }
    void annotate(Document& document, const graphs::Progress& progress = graphs::no_progress) const override;
};

}  // namespace hearsay::engine
