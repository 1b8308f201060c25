// Who stands as the source of a cue.
#pragma once

#include "engine/articles/attribution/phrases.hpp"

namespace hearsay::engine {

// The subject of the verb group that begins at `group`, looked for down to word `limit`; empty if none is
// found. Takes apposition in ("Ilse Orr, a baker from Velk,"), passes over parentheses ("the ministry,
// meanwhile,"), follows "and", "to" and participles to the verb that has the subject. `head` is the verb
// itself.
Range subject_before(const Phrases& phrases, std::size_t group, std::size_t head, std::size_t limit);

// The noun phrase with apposition that begins at `begin`: after "said", "by" or "according to".
Range source_after(const Phrases& phrases, std::size_t begin, std::size_t limit);

// First word of the verb group that ends with the verb `head`: "has | repeatedly | said".
std::size_t group_begin(const Phrases& phrases, std::size_t head, std::size_t limit);

}  // namespace hearsay::engine
