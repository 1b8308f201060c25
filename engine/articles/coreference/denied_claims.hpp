// Denials of what somebody said before: "denied the group's claims", "called the allegations false".
#pragma once

#include <cstddef>
#include <vector>

#include "engine/articles/document.hpp"

namespace hearsay::engine {

// The attributions before attribution `denial` whose contents it denies as well, because its own content only
// refers to them: a short phrase around a word such as "claims", "allegations", "version", "link". Whose they
// are is read from the phrase: a party by name ("the Velk Legion's claims"), by its country ("the Velkian
// claims") or by what it is ("the group's claims"); without any of these, those of the last source before it,
// two paragraphs back at most. A phrase that says itself what is denied ("reports that the dam broke")
// reaches no other statement; what was not asserted is not denied, and "allegations" and the like are not
// what is yet to come. Ascending. REQUIRES: Attribution::parties are filled.
std::vector<std::size_t> denied_claims(const Document& document, std::size_t denial);

}  // namespace hearsay::engine
