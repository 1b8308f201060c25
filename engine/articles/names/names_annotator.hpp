// Names of persons, organisations, outlets and places.
#pragma once

#include <string_view>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::engine {

// Adds mentions of form Name to Document::mentions, in order, none overlapping another, with kind, name, role
// and owner; their chains are left open. Needs tokens, sentences and Document::name_tags; reads titles,
// headings and running text. A tag gives the name and its kind, the gazetteer (gazetteer.hpp) what is
// commonly known; a name is of one kind throughout the article, the one with most in its favour. What the
// article or the gazetteer names is a name without a tag as well; in headlines, where every word has a
// capital, tags do not count.
class NamesAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "names"; }
    void annotate(Document& document, const graphs::Progress& progress = graphs::no_progress) const override;
};

}  // namespace hearsay::engine
