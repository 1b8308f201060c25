// Lets each row through once: DISTINCT.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/query/groups/group_table.hpp"
#include "graphs/columns/bitmap.hpp"

namespace hearsay::engine {

// Rows of one id are kept as bits, all others in a table.
class SeenRows {
  public:
    // The rows of a batch whose like has not come before, ascending; equivalence as in GroupTable. REQUIRES:
    // as many columns as in the calls before.
    std::vector<std::uint32_t> pick_new(const std::vector<Column>& columns, std::size_t rows,
                                        const QueryContext& context);
    void clear() { *this = {}; }

  private:
    bool fits_bits(const std::vector<Column>& columns);
    void move_to_table(const QueryContext& context);

    bool begun_ = false;
    std::optional<PackedLayout> layout_;  // of the id; the ids that came are in `bits_`, none in `groups_`
    graphs::Bitmap bits_;
    GroupTable groups_;
    std::vector<std::uint64_t> words_;  // of the batch
    std::vector<std::uint32_t> numbers_;
};

}  // namespace hearsay::engine
