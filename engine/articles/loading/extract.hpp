// The reading as a filter: JSON lines in, the same lines with their attributions out.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <ostream>
#include <string>

#include "engine/articles/pipeline.hpp"
#include "engine/articles/reader/watch.hpp"

namespace hearsay::engine {

struct ExtractSummary {
    std::size_t articles = 0;
    std::size_t failed = 0;  // lines that were passed over
    std::size_t attributions = 0;
    bool write_failed = false;  // the output took no more (a closed pipe, a full disk)
};

// Reads one article a line ({"text": ...}; see read_json_article) and writes each, in order, with every field
// as it stood and `attributions` added, or replaced: a list of
//   {"source": [[b,e],...], "cue": [[b,e],...], "content": [[b,e],...],   UTF-8 bytes of `text`, [begin, end)
//    "stance": "claim"|"denial"|"passed on", "form": "direct"|"indirect"|"mixed",
//    "force": "asserted"|"wanted"|"asked"|"referred"|"withheld",
//    "strength": "neutral"|"factive"|"emphatic"|"tentative"|"distancing", "source_name": "...",
//    "confidence": 0.9}
// in the order of their contents. A line that is no article is given to `error` with its number and passed
// over; so is one that is longer than an article may be; blank lines are skipped. Stops early, also in the
// midst of an article, where the watch is over. `threads` (1 and up) lines are read side by side; what comes
// out, and the calls of `error`, on the caller's thread, are the same for any number.
ExtractSummary extract(std::istream& in, std::ostream& out, const Pipeline& pipeline,
                       const std::function<void(std::size_t line, const std::string& reason)>& error,
                       const Watch& watch = Watch(), std::size_t threads = 1);

}  // namespace hearsay::engine
