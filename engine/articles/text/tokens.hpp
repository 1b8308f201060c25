// Tokens: words, numbers with their separators ("7,500", "3.5", "40%" is two), abbreviations with their stop
// ("Mr.", "U.S."), punctuation marks ("--" and "..." are one). As in the Penn Treebank, clitics stand alone:
// Russia|'s, did|n't, we|'ll. Words joined by hyphens are one token.
#pragma once

#include <string_view>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::engine {

// Fills Document::tokens for the whole text, whatever its zone. Needs no other layer.
class TokenAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "tokens"; }
    void annotate(Document& document, const graphs::Progress& progress = graphs::no_progress) const override;
};

// Whether the word, without its stop, is an abbreviation that carries one ("Mr", "Gov", "a.m"); case counts.
bool is_abbreviation(std::string_view word);
// Whether the abbreviation is followed by a name or number, so that its stop seldom ends a sentence ("Mr",
// "Gen", "No").
bool is_title_abbreviation(std::string_view word);

}  // namespace hearsay::engine
