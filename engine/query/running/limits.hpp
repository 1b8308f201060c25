// What a user allows one statement.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "graphs/values/amount_text.hpp"

namespace hearsay::engine {

// A statement that goes over one of them ends with an error (LimitError: TimeLimitExceeded,
// MemoryLimitExceeded, RowLimitExceeded), and the graph is as before. None: no limit.
struct Limits {
    std::optional<std::chrono::nanoseconds> time;  // from when it is read until its last row is there
    std::optional<std::size_t> memory;             // bytes on the heap beyond what was held before (heap.hpp)
    std::optional<std::size_t> rows;               // of the result
};

using graphs::duration_text;
using graphs::size_text;

}  // namespace hearsay::engine
