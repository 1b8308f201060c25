// Files and folders to documents that hold text and what the files say about it.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <vector>

#include "engine/articles/reader/inputs.hpp"
#include "engine/articles/reader/watch.hpp"
#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

struct ReadEvents {
    Report note;   // "read as windows-1251"
    Report error;  // this input, or this line of it, is passed over
    // Bytes read of all inputs together, how many there are (0 if not known), and the input at hand.
    std::function<void(std::uintmax_t done, std::uintmax_t total, const std::string& name)> progress;
};

// Takes an article and where it came from ("folder/file.jsonl:17"); false stops the reading.
using TakeArticle = std::function<bool(Document&&, const std::string& place)>;

// Reads the paths in order (see `list_inputs`); "-" is `standard_input`. A text is stored whole, as UTF-8
// without its byte order mark, and never changed; NUL characters alone become spaces. `id` is the given one
// or made from the file's name ("report", "articles:17"). Whatever cannot be read is reported and passed
// over; so is what is larger than one article may be (ReadingLimits::article), whose rest is skipped. Gives
// false if `take` stopped it. Throws ReadingStopped where the watch is over.
bool read_articles(const std::vector<std::string>& paths, std::istream& standard_input,
                   const ReadEvents& events, const TakeArticle& take, const Watch& watch = Watch());

}  // namespace hearsay::engine
