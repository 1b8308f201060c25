// Names of persons, organisations, outlets and places.
#pragma once

#include <string_view>

#include "engine/articles/annotator.hpp"

namespace hearsay::engine {

// Adds mentions of form Name to Document::mentions, in order, none overlapping another, with kind, name, role
// and owner; their chains are left open. Needs tokens and sentences; reads titles, headings and running text.
// By rules over capitals and the gazetteer (gazetteer.hpp); a name is of one kind throughout the article, the
// surest of its readings.
class NamesAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "names"; }
    void annotate(Document& document) const override;
};

}  // namespace hearsay::engine
