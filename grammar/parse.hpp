// Text -> syntax tree, with errors that point.
#pragma once

#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::grammar {

// One statement, with or without a final `;`. Spans are offsets into `text`. The error is one diagnostic that
// says what was expected at the furthest place reached. Brackets more than `max_nesting` deep
// (build/syntax_record.hpp) are an error, never a crash.
tl::expected<Statement, Diagnostic> parse(std::string_view text);

}  // namespace hearsay::grammar
