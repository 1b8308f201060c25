// Text -> syntax tree, with errors that point.
#pragma once

#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/short_form.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::grammar {

// One statement, with or without a final `;`. Spans are offsets into `text`. The error is one diagnostic that
// says what was expected at the furthest place reached. Beside openCypher and the commands about indexes, the
// `short_forms` are understood; their patterns outlive the tree. Brackets more than `max_nesting` deep
// (build/syntax_record.hpp) are an error, never a crash.
tl::expected<Statement, Diagnostic> parse(std::string_view text, ShortForms short_forms = {});

}  // namespace hearsay::grammar
