// One property as it is read from a CSV file, before it goes into a graph.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "graphs/columns/bitmap.hpp"
#include "graphs/columns/column.hpp"
#include "graphs/columns/string_pool.hpp"
#include "graphs/csv/cells/type.hpp"
#include "graphs/csv/text/rows_of_text.hpp"

namespace hearsay::graphs::csv {

// Its type is the one that is said, or else the narrowest that fits every cell. Cells are kept as the type
// that fits so far; where a later one shows that texts are wanted, what was numbers before is read again.
class StagedColumn {
  public:
    explicit StagedColumn(std::optional<CellType> said) : said_(said) {}
    // Of ids, which are Integers, or else Strings.
    static StagedColumn of_ids(std::optional<CellType> said);

    // The cell of row `row`. False: it is not of the type that was said, or not UTF-8.
    bool put(std::size_t row, const Field& cell, StringPool& texts);
    // After the last row. True: the file is to be read again, giving `put` every row once more.
    bool needs_second_reading();

    // The type; none if every cell is missing.
    std::optional<CellType> type() const { return said_ ? said_ : kept_as_; }
    void erase(const std::vector<std::uint64_t>& some_rows, std::uint64_t rows);  // ascending; of so many
    Value value(std::size_t row, const StringPool& texts) const;                  // null where there is none
    // The rows' values into the graph's column, from row `first` on.
    void move_into(PropertyTable& table, KeyId key, std::size_t first, std::size_t rows);

    bool has(std::size_t row) const { return valid_.test(row); }
    template <class T>
    const std::vector<T>* as() const {
        return std::get_if<std::vector<T>>(&cells_);
    }

  private:
    template <class T>
    void keep(std::size_t row, T cell);
    bool put_seen(std::size_t row, const Field& cell, StringPool& texts);
    bool put_as(CellType type, std::size_t row, const Field& cell, StringPool& texts);
    void look_closer(std::size_t row, const Field& cell, StringPool& texts);

    std::optional<CellType> said_;
    std::optional<CellType> kept_as_;
    std::uint32_t possible_ = (1U << cell_types_seen) - 1;  // bit i: CellType i fits every cell so far
    bool only_looks_ = false;                               // for the type; a second reading keeps the cells
    Bitmap valid_;
    std::variant<std::monostate, std::vector<std::int64_t>, std::vector<double>, std::vector<StringId>,
                 std::vector<Date>, std::vector<std::uint8_t>, std::vector<Value>>
        cells_;
};

}  // namespace hearsay::graphs::csv
