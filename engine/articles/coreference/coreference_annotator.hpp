// Who stands behind names, descriptions and pronouns; above all behind the sources of attributions.
#pragma once

#include <string_view>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::engine {

// Gives mentions their chains and fills Document::chain_names, chain_kinds and chain_aliases, and
// Attribution::parties and source_name. Needs sentences, quotations, names and attributions.
class CoreferenceAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "coreference"; }
    void annotate(Document& document, const graphs::Progress& progress = graphs::no_progress) const override;
};

}  // namespace hearsay::engine
