// Lets each row through once: DISTINCT.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/query/groups/group_table.hpp"

namespace hearsay::engine {

class SeenRows {
  public:
    // The rows of a batch whose like has not come before, ascending; equivalence as in GroupTable. REQUIRES:
    // as many columns as in the calls before.
    std::vector<std::uint32_t> pick_new(const std::vector<Column>& columns, std::size_t rows,
                                        const QueryContext& context);
    void clear() { groups_.clear(); }

  private:
    GroupTable groups_;
    std::vector<std::uint32_t> numbers_;  // of the batch
};

}  // namespace hearsay::engine
