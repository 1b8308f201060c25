// A load as the user sees it: a bar on a terminal, lines elsewhere, a summary at the end.
#pragma once

#include <string>
#include <vector>

#include "engine/articles/loading/load.hpp"
#include "graphs/file/store.hpp"
#include "repl/output/sink.hpp"

namespace hearsay::repl {

struct LoadManner {
    bool quiet = false;   // no bar and no line an article; notes, errors and the summary stay
    bool seconds = true;  // in the summary
    std::size_t threads = 1;
    engine::ReadingLimits limits = {};
};

// Loads, with progress, notes and errors on standard error and the summary written to `out`. False: something
// was not loaded. Ctrl-C and the limits end it at once; what was loaded stays, and is said.
bool load_and_report(graphs::Store& store, const engine::Pipeline& pipeline,
                     const std::vector<std::string>& paths, Sink& out, const LoadManner& manner);

// "5 articles, 97 statements, 80 claims, 17 denials, 41 parties, 12 places, 0.31 s", and a line about what
// was not loaded.
std::string summary_text(const engine::LoadSummary& summary, bool seconds);

// "[#######---------------]  31%  1,204 articles  312/s" in `width` columns at most.
std::string bar_text(std::size_t done, std::size_t total, std::size_t articles, double seconds,
                     std::size_t width);

}  // namespace hearsay::repl
