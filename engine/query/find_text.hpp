// Where a text stands in another.
#pragma once

#include <cstring>
#include <string_view>

namespace hearsay::engine {

// As text.find(part, from), but in time that grows with the sum of the lengths, not with their product
// (glibc's memmem goes the two-way algorithm of Crochemore and Perrin).
inline std::size_t find_text(std::string_view text, std::string_view part, std::size_t from = 0) {
    if (from > text.size()) return std::string_view::npos;
    const void* found = memmem(text.data() + from, text.size() - from, part.data(), part.size());
    if (found == nullptr) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

}  // namespace hearsay::engine
