// Where a text that is not a statement goes wrong, and what would have been right there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/short_form.hpp"

namespace hearsay::grammar {

struct Expectation {
    enum class Kind { Keyword, Symbol, Described };
    Kind kind;
    std::string_view text;    // MATCH   )   a label
    std::string_view detail;  // openCypher's name for the error, or empty
};

// The furthest place that a rule reached and failed at, with all that was tried there.
struct FurthestFailure {
    std::size_t position = 0;
    std::vector<Expectation> expected;       // each once, in the grammar's order
    std::vector<std::string_view> keywords;  // that could stand there, also those within a described part
};

// REQUIRES: recognise() has said no. Throws NestingTooDeep.
FurthestFailure furthest_failure(std::string_view text, ShortForms short_forms);

}  // namespace hearsay::grammar
