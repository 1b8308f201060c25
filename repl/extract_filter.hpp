// `hearsay extract`: JSON lines in, the same with their attributions out.
#pragma once

#include "repl/output/sink.hpp"

namespace hearsay::repl {

// Filters standard input to standard output. False: a line was no article, or the output failed; both are
// reported.
bool extract_standard_input(Sink& out);

}  // namespace hearsay::repl
