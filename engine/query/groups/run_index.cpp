#include "engine/query/groups/run_index.hpp"

#include <algorithm>
#include <bit>

namespace hearsay::engine {

std::optional<RunIndex> RunIndex::of(const std::uint64_t* words, std::size_t rows) {
    constexpr std::size_t enough = 256, shortest = 8;  // rows; the least average of a run
    if (rows < enough) return std::nullopt;
    std::size_t low_runs = 1, high_runs = 1;
    for (std::size_t row = 1; row < rows; ++row) {
        const std::uint64_t changed = words[row] ^ words[row - 1];
        low_runs += static_cast<std::uint32_t>(changed) != 0 ? 1 : 0;
        high_runs += changed >> 32 != 0 ? 1 : 0;
    }
    if (std::min(low_runs, high_runs) * shortest > rows) return std::nullopt;
    return RunIndex(low_runs < high_runs ? 0 : 32);
}

// False if the other ids are so far apart that an array by them costs more than it saves.
bool RunIndex::make_room(const std::uint64_t* words, std::size_t rows, const QueryContext& context) {
    constexpr std::uint32_t most = 1U << 22;
    std::uint32_t greatest = 0;
    for (std::size_t row = 0; row < rows; ++row) greatest = std::max(greatest, inner(words[row]));
    if (greatest < last_.size()) return true;
    if (greatest >= most) return false;
    const std::size_t size = std::bit_ceil(std::size_t{greatest} + 1);
    context.reserve(size * sizeof(std::uint32_t));
    last_.resize(size);
    return true;
}

std::size_t RunIndex::number(const std::uint64_t* words, std::size_t rows, std::uint32_t* numbers,
                             PackedKeys& keys, const QueryContext& context) {
    if (!make_room(words, rows, context)) return 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint64_t word = words[row];
        if (outer(word) != run_) {
            if (seen_.test(outer(word))) return row;
            run_ = outer(word);
            seen_.set(run_);
        }
        std::uint32_t& last = last_[inner(word)];
        if (last >= keys.size() || keys[last] != word) {
            last = static_cast<std::uint32_t>(keys.size());
            keys.push_back(word);
        }
        numbers[row] = last;
    }
    return rows;
}

}  // namespace hearsay::engine
