// The error message for a text that is not a statement.
#pragma once

#include <string_view>

#include "grammar/furthest_failure.hpp"
#include "grammar/text/diagnostic.hpp"

namespace hearsay::grammar {

Diagnostic explain(std::string_view text, const FurthestFailure& failure);

// The first place where `text` is no UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

}  // namespace hearsay::grammar
