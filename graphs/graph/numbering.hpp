// The ids that elements of a file get in memory: their own, or, where nearly all ids of the file are dead,
// the ones from 0 on, in the same order. What is long gone then costs nothing.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

namespace hearsay::graphs {

// The rows of one chunk of 64 ids.
struct ChunkRows {
    std::uint32_t first = 0;
    std::uint64_t closed_up = 0;  // the ids that are alive, if only they have rows; else 0

    std::uint32_t row(std::uint32_t bit) const {
        if (closed_up == 0) return first + bit;
        return first + static_cast<std::uint32_t>(std::popcount(closed_up & ((std::uint64_t{1} << bit) - 1)));
    }
};

class Numbering {
  public:
    // Whether so few of the ids below `end` are alive that they are closed up. What is left costs in the
    // order of what is alive.
    static bool closes_up(std::uint64_t alive, std::uint64_t end) { return end > 4 * alive + 16'384; }

    // All ids are kept unless chunks are added. REQUIRES: ascending; some id is alive.
    void add(std::uint32_t chunk, std::uint64_t alive) {
        chunks_.push_back({chunk, static_cast<std::uint32_t>(size_), alive});
        size_ += static_cast<std::uint64_t>(std::popcount(alive));
        closed_up_ = true;
    }
    void close_up() { closed_up_ = true; }
    bool closed_up() const { return closed_up_; }
    std::uint64_t size() const { return size_; }  // how many ids there are, if closed up

    // None: no such chunk.
    std::optional<ChunkRows> rows(std::uint32_t chunk) const {
        if (!closed_up_) return ChunkRows{chunk * 64, 0};
        const auto found = std::lower_bound(chunks_.begin(), chunks_.end(), chunk,
                                            [](const Chunk& c, std::uint32_t n) { return c.number < n; });
        if (found == chunks_.end() || found->number != chunk) return std::nullopt;
        return ChunkRows{found->first, found->alive};
    }
    // None: the id is dead.
    std::optional<std::uint32_t> id(std::uint32_t in_file) const {
        const auto its = rows(in_file / 64);
        const std::uint32_t bit = in_file % 64;
        if (!its || (its->closed_up != 0 && (its->closed_up >> bit & 1U) == 0)) return std::nullopt;
        return its->row(bit);
    }

  private:
    struct Chunk {
        std::uint32_t number, first;
        std::uint64_t alive;
    };
    std::vector<Chunk> chunks_;
    std::uint64_t size_ = 0;
    bool closed_up_ = false;
};

}  // namespace hearsay::graphs
