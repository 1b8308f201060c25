// The tests of a text against a part, byte by byte: CONTAINS, STARTS WITH and ENDS WITH.
#pragma once

#include <cstdint>

namespace hearsay::graphs {

enum class TextPredicate : std::uint8_t { Contains, StartsWith, EndsWith };

}  // namespace hearsay::graphs
