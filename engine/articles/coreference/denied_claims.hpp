// Denials of what somebody said before: "denied the group's claims", "called the allegations false".
#pragma once

#include <cstddef>
#include <vector>

#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

// Of one article, which outlives this. REQUIRES: Attribution::parties are filled; sentences and mentions
// stand in the order of the text.
class DeniedClaims {
  public:
    explicit DeniedClaims(const Document& document);

    // The attributions before attribution `denial` whose contents it denies as well, because its own content
    // only refers to them: a short phrase around a word such as "claims", "allegations", "version", "link".
    // Whose they are is read from the phrase: a party by name ("the Velk Legion's claims"), by its country
    // ("the Velkian claims") or by what it is ("the group's claims"); without any of these, those of the last
    // source before it, two paragraphs back at most. A phrase that says itself what is denied ("reports that
    // the dam broke") reaches no other statement; what was not asserted is not denied, and "allegations" and
    // the like are not what is yet to come. Ascending.
    std::vector<std::size_t> by(std::size_t denial) const;

  private:
    std::size_t paragraph_at(std::size_t at) const;
    bool is_of_country(std::size_t chain, const std::string& country) const;

    const Document& document_;
    std::vector<std::vector<const Mention*>> mentions_of_;  // the chains
};

}  // namespace hearsay::engine
