// The order of rows by some of their columns: for ORDER BY.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/query/running/batch.hpp"
#include "engine/query/running/context.hpp"

namespace hearsay::engine {

struct SortKey {
    std::size_t column = 0;
    bool descending = false;
};
using SortKeys = std::vector<SortKey>;          // the first decides first
using RowNumbers = std::vector<std::uint32_t>;  // of a batch

// The first `most` of `rows` in the order of the keys (graphs::order for each), ties by row number. Throws
// QueryError at a limit.
RowNumbers sorted_rows(const Batch& batch, const SortKeys& keys, const RowNumbers& rows, std::size_t most,
                       const QueryContext& context);

// The rows of `batch` that come before row `bound` of `kept`; ties do not. Ascending.
RowNumbers rows_before(const Batch& batch, const Batch& kept, std::size_t bound, const SortKeys& keys,
                       const QueryContext& context);

}  // namespace hearsay::engine
