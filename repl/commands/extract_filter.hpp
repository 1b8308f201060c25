// `hearsay extract`: JSON lines in, the same with their attributions out.
#pragma once

#include "engine/articles/pipeline.hpp"
#include "engine/articles/reader/watch.hpp"
#include "repl/output/sink.hpp"

namespace hearsay::repl {

// Filters standard input to `out`, `threads` lines side by side. False: a line was no article, the input or
// the output failed, or Ctrl-C or a limit ended it; all of them are reported.
bool extract_standard_input(const engine::Pipeline& pipeline, std::size_t threads,
                            const engine::ReadingLimits& limits, Sink& out);

}  // namespace hearsay::repl
