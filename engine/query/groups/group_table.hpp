// Numbers rows by their keys: rows with equivalent keys are one group, and groups are numbered 0, 1, 2, ...
// in order of first appearance. For grouping and DISTINCT: null is equal to null, NaN to NaN, and 1 to 1.0.
#pragma once

#include <variant>

#include "engine/query/groups/packed_table.hpp"
#include "engine/query/groups/row_table.hpp"

namespace hearsay::engine {

// Packs the keys as long as they are typed; goes over to a table of values when some come that do not pack.
class GroupTable {
  public:
    std::size_t size() const;
    // The group of each row of a batch. REQUIRES: as many columns, at least one, as in the calls before.
    // Throws QueryError at a limit.
    void number(const std::vector<Column>& keys, std::size_t rows, std::vector<std::uint32_t>& groups,
                const QueryContext& context);
    // One column of the keys of the groups [begin, end): of each the first that came. Typed where all were.
    Column keys(std::size_t column, std::size_t begin, std::size_t end) const;
    void clear() { table_ = std::monostate(); }

  private:
    void make_fit(const std::vector<Column>& keys, const QueryContext& context);
    template <class Table>
    void move_into(Table table, std::size_t columns, const QueryContext& context);

    std::variant<std::monostate, PackedTable, RowTable> table_;
};

}  // namespace hearsay::engine
