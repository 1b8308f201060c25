// What a user allows one statement.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace hearsay::engine {

// A statement that goes over one of them ends with an error (LimitError: TimeLimitExceeded,
// MemoryLimitExceeded, RowLimitExceeded), and the graph is as before. None: no limit.
struct Limits {
    std::optional<std::chrono::nanoseconds> time;  // from when it is read until its last row is there
    std::optional<std::size_t> memory;             // bytes on the heap beyond what was held before (heap.hpp)
    std::optional<std::size_t> rows;               // of the result
};

// As people write them, without rounding: "2 s", "500 ms", "5 min"; "64 MiB", "1.5 GiB", "1000 bytes".
std::string duration_text(std::chrono::nanoseconds time);
std::string size_text(std::size_t bytes);

}  // namespace hearsay::engine
