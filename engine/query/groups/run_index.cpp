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
bool RunIndex::make_room(std::uint32_t other, const QueryContext& context) {
    constexpr std::uint32_t most = 1U << 22;
    if (other >= most) return false;
    const std::size_t size = std::bit_ceil(std::size_t{other} + 1);
    context.reserve(size * sizeof(std::uint32_t));
    last_.resize(size);
    return true;
}

std::size_t RunIndex::number(const std::uint64_t* words, std::size_t rows, std::uint32_t* numbers,
                             PackedKeys& keys, const QueryContext& context) {
    // Whether a pair is new is as good as random, so nothing jumps by it: each is written behind the keys,
    // and the next one over it unless it is new.
    std::size_t size = keys.size();
    keys.resize(size + rows);
    std::uint64_t* const pairs = keys.data();
    std::uint64_t run = run_;
    std::uint32_t before_run = before_run_;
    std::size_t row = 0;
    for (; row < rows; ++row) {
        const std::uint64_t word = words[row];
        const std::uint32_t other = inner(word);
        if (other >= last_.size() && !make_room(other, context)) break;
        if (outer(word) != run) {
            if (seen_.test(outer(word))) break;
            run = outer(word);
            seen_.set(run);
            before_run = static_cast<std::uint32_t>(size);
        }
        std::uint32_t& place = last_[other];
        const std::uint32_t is_new = place <= before_run ? 1 : 0;
        pairs[size] = word;
        size += is_new;
        place ^= (place ^ static_cast<std::uint32_t>(size)) & (0U - is_new);  // `size` if it is new
        numbers[row] = place - 1;
    }
    keys.resize(size);
    run_ = run;
    before_run_ = before_run;
    return row;
}

}  // namespace hearsay::engine
