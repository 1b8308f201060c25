// The sentences behind a statement, with source, cue and content marked.
//
//     claims: Mara Voss
//     Ferry strike enters second day, Quellhaven Post, 2031-04-09 (articles/ferry.txt)
//       The ferries will sail on Monday, harbour master Mara Voss said on Friday.
//       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~  ^^^^^^^^^^^^^^^^^^^^^^^^ ====
//
//     ^ source  = cue  ~ content
//
// With colours the words themselves are coloured instead of underlined.
#pragma once

#include <vector>

#include "engine/claims/trace.hpp"
#include "repl/output/write_result.hpp"

namespace hearsay::repl {

void write_trace(Sink& sink, const std::vector<engine::Evidence>& evidence, const Look& look);

}  // namespace hearsay::repl
