// What a user allows one statement, and the reading of articles, as it is typed.
#pragma once

#include <string_view>

#include "engine/articles/reader/watch.hpp"
#include "engine/query/running/limits.hpp"
#include "graphs/error.hpp"

namespace hearsay::repl {

// Each takes "off" for no limit; the error says what is allowed.
using TimeLimit = std::optional<std::chrono::nanoseconds>;
graphs::Result<TimeLimit> time_limit_from(
    std::string_view text);  // seconds, "2" or "0.5"; or 500ms, 2s, 5m, 1h
using SizeLimit = std::optional<std::size_t>;
graphs::Result<SizeLimit> memory_limit_from(std::string_view text);  // bytes, or 512K, 100M, 1.5G (of 1,024)
graphs::Result<SizeLimit> row_limit_from(std::string_view text);     // a number from 1

// What the user chose. Memory that nobody chose is bounded all the same, so that no statement takes the
// machine down.
struct ChosenLimits {
    TimeLimit time;
    SizeLimit memory, rows;
    bool memory_chosen = false;
    SizeLimit article = engine::ReadingLimits::default_most_article;

    // For a statement that begins now: without a choice, the memory is what the program leaves of three
    // quarters of the machine's.
    engine::Limits now() const;
    // The same for a load or an extraction.
    engine::ReadingLimits reading_now() const;
};

}  // namespace hearsay::repl
