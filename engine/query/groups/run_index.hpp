// Numbers pairs of ids that come in runs of one of the two, as where a walk begins at each vertex in turn:
// within a run an array by the other id says the number, and a run whose id has not come before can meet no
// old pair. It needs no hash, and reaches only for the memory of the run that it is in.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/query/running/context.hpp"
#include "engine/query/running/large_pages.hpp"
#include "graphs/columns/bitmap.hpp"

namespace hearsay::engine {

using PackedKeys = std::vector<std::uint64_t, LargePages<std::uint64_t>>;

class RunIndex {
  public:
    // A pair is a word with an id in each half. nullopt if these first rows do not look like runs.
    static std::optional<RunIndex> of(const std::uint64_t* words, std::size_t rows);

    // Numbers rows as PackedTable does, up to the first that begins a run whose id has come before or whose
    // other id is too great, and says how many these are. The rest, and all rows to come, must be looked up
    // in another way.
    std::size_t number(const std::uint64_t* words, std::size_t rows, std::uint32_t* numbers, PackedKeys& keys,
                       const QueryContext& context);

  private:
    explicit RunIndex(unsigned outer_shift) : outer_shift_(outer_shift) {}
    std::uint32_t outer(std::uint64_t word) const { return static_cast<std::uint32_t>(word >> outer_shift_); }
    std::uint32_t inner(std::uint64_t word) const {
        return static_cast<std::uint32_t>(word >> (32 - outer_shift_));
    }
    bool make_room(std::uint32_t other, const QueryContext& context);

    unsigned outer_shift_;             // of the id that comes in runs: 0 or 32
    graphs::Bitmap seen_;              // the ids of runs
    std::uint64_t run_ = no_run;       // the id of the run that we are in
    std::uint32_t before_run_ = 0;     // how many pairs there were when it began
    std::vector<std::uint32_t> last_;  // by the other id: one more than the number of its last pair
    static constexpr std::uint64_t no_run = std::uint64_t{1} << 32;
};

}  // namespace hearsay::engine
