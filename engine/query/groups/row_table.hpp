// Numbers rows of any values. Null is equal to null here, and 1 to 1.0.
#pragma once

#include <vector>

#include "engine/query/running/batch.hpp"
#include "engine/query/running/flat_table.hpp"

namespace hearsay::engine {

class RowTable {
  public:
    explicit RowTable(std::size_t columns) : width_(columns) {}

    std::size_t size() const { return table_.size(); }
    // Writes the number of each row. REQUIRES: as many columns as said. Throws QueryError at a limit.
    void number(const std::vector<Column>& columns, std::size_t rows, std::uint32_t* numbers,
                const QueryContext& context);
    // A column of the rows with the numbers [begin, end).
    Column keys(std::size_t column, std::size_t begin, std::size_t end) const;

  private:
    std::size_t width_;
    std::vector<graphs::Value> values_;  // by number, width_ each
    FlatTable table_;
};

}  // namespace hearsay::engine
