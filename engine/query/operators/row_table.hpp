// Rows of values, each kept once: for grouping and DISTINCT. Null is equal to null here, and 1 to 1.0.
#pragma once

#include <unordered_map>
#include <vector>

#include "engine/query/context.hpp"
#include "graphs/value.hpp"

namespace hearsay::engine {

class RowTable {
  public:
    // The row's number, in order of first appearance, and whether it is new. Throws QueryError at a limit.
    std::pair<std::size_t, bool> add(graphs::List row, const QueryContext& context);
    const std::vector<graphs::List>& rows() const { return rows_; }
    void clear();

  private:
    std::vector<graphs::List> rows_;
    std::unordered_multimap<std::size_t, std::size_t> places_;  // hash of a row -> its number
};

}  // namespace hearsay::engine
