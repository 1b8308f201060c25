// Amounts as people write them, without rounding.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace hearsay::graphs {

std::string duration_text(std::chrono::nanoseconds time);  // "2 s", "500 ms", "5 min"
std::string size_text(std::size_t bytes);                  // "64 MiB", "1.5 GiB", "1000 bytes"

}  // namespace hearsay::graphs
