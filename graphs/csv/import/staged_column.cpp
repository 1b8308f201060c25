#include "graphs/csv/import/staged_column.hpp"

#include "graphs/csv/cells/temporal_cells.hpp"
#include "graphs/error.hpp"

namespace hearsay::graphs::csv {
namespace {

std::uint32_t bit(CellType type) {
    return 1U << static_cast<unsigned>(type);
}

}  // namespace

StagedColumn StagedColumn::of_ids(std::optional<CellType> said) {
    StagedColumn ids(said);
    ids.possible_ = bit(CellType::Integer) | bit(CellType::String);
    return ids;
}

template <class T>
void StagedColumn::keep(std::size_t row, T cell) {
    auto* cells = std::get_if<std::vector<T>>(&cells_);
    if (cells == nullptr) cells = &cells_.emplace<std::vector<T>>();
    if (row >= cells->size()) cells->resize(row + 1);
    (*cells)[row] = std::move(cell);
    valid_.set(row);
}

bool StagedColumn::put(std::size_t row, const Field& cell, StringPool& texts) {
    if (cell.missing()) {
        valid_.reset(row);  // a bad row may have stood here
        return true;
    }
    return said_ ? put_as(*said_, row, cell, texts) : put_seen(row, cell, texts);
}

bool StagedColumn::put_seen(std::size_t row, const Field& cell, StringPool& texts) {
    if (possible_ != bit(CellType::String)) {
        if (only_looks_ || !kept_as_ || !put_as(*kept_as_, row, cell, texts)) look_closer(row, cell, texts);
        return possible_ != bit(CellType::String) || is_utf8(cell.text);
    }
    return only_looks_ ? is_utf8(cell.text) : put_as(CellType::String, row, cell, texts);
}

// The cell is the first, or not of the type that the cells before it have.
void StagedColumn::look_closer(std::size_t row, const Field& cell, StringPool& texts) {
    for (std::size_t i = 0; i < cell_types_seen; ++i) {
        const auto type = static_cast<CellType>(i);
        if ((possible_ & bit(type)) != 0 && type != CellType::String && !fits(cell.text, type))
            possible_ &= ~bit(type);
    }
    // Of Integers that were kept nobody has asked yet whether they would do as Floats.
    if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&cells_);
        whole != nullptr && (possible_ & bit(CellType::Integer)) == 0) {
        for (std::size_t i = 0; i < whole->size(); ++i)
            if (valid_.test(i) && !is_exact_as_float((*whole)[i])) possible_ &= ~bit(CellType::Float);
    }
    CellType narrowest = CellType::Boolean;
    while ((possible_ & bit(narrowest)) == 0)
        narrowest = static_cast<CellType>(static_cast<int>(narrowest) + 1);
    if (only_looks_) {
        kept_as_ = narrowest;
        return;
    }
    if (kept_as_ == CellType::Integer && narrowest == CellType::Float) {
        const auto& whole = std::get<std::vector<std::int64_t>>(cells_);
        cells_ = std::vector<double>(whole.begin(), whole.end());
    } else if (kept_as_) {
        only_looks_ = true;
        cells_ = std::monostate();
    }
    kept_as_ = narrowest;
    if (only_looks_) return;
    const bool kept = put_as(narrowest, row, cell, texts);
    HEARSAY_ASSERT(kept || narrowest == CellType::String);  // a text may be no UTF-8: `put_seen` says so
}

bool StagedColumn::put_as(CellType type, std::size_t row, const Field& cell, StringPool& texts) {
    switch (type) {
        case CellType::Integer:
            if (const auto number = read_integer(cell.text)) return keep(row, *number), true;
            return false;
        case CellType::Float:
            if (!said_ && !fits(cell.text, type)) return false;
            if (const auto number = read_float(cell.text)) return keep(row, *number), true;
            return false;
        case CellType::Boolean:
            if (const auto truth = read_boolean(cell.text))
                return keep(row, static_cast<std::uint8_t>(*truth)), true;
            return false;
        case CellType::Date:
            if (const auto date = read_date(trimmed(cell.text))) return keep(row, *date), true;
            return false;
        case CellType::String:
            if (!is_utf8(cell.text)) return false;
            return keep(row, texts.intern(cell.text)), true;
        default:
            if (!said_ && !fits(cell.text, type)) return false;
            if (auto value = read_cell(cell.text, type)) return keep(row, std::move(*value)), true;
            return false;
    }
}

bool StagedColumn::needs_second_reading() {
    if (!only_looks_) return false;
    said_ = kept_as_;
    only_looks_ = false;
    valid_ = {};
    return true;
}

void StagedColumn::erase(const std::vector<std::uint64_t>& some_rows, std::uint64_t rows) {
    std::visit(
        [&]<class Cells>(Cells& cells) {
            if constexpr (!std::is_same_v<Cells, std::monostate>) {
                cells.resize(rows);
                auto next = some_rows.begin();
                std::size_t kept = 0;
                for (std::size_t row = 0; row < rows; ++row) {
                    if (next != some_rows.end() && *next == row) {
                        ++next;
                        continue;
                    }
                    if (kept != row) cells[kept] = std::move(cells[row]);
                    valid_.test(row) ? valid_.set(kept) : valid_.reset(kept);
                    ++kept;
                }
                valid_.truncate(kept);
                cells.resize(kept);
            }
        },
        cells_);
}

Value StagedColumn::value(std::size_t row, const StringPool& texts) const {
    if (!valid_.test(row)) return {};
    return std::visit(
        [&]<class Cells>(const Cells& cells) -> Value {
            if constexpr (std::is_same_v<Cells, std::monostate>)
                return {};
            else if constexpr (std::is_same_v<Cells, std::vector<StringId>>)
                return texts.value(cells[row]);
            else if constexpr (std::is_same_v<Cells, std::vector<std::uint8_t>>)
                return Value(cells[row] != 0);
            else
                return Value(cells[row]);
        },
        cells_);
}

void StagedColumn::move_into(PropertyTable& table, KeyId key, std::size_t first, std::size_t rows) {
    std::visit(
        [&]<class Cells>(Cells& cells) {
            if constexpr (!std::is_same_v<Cells, std::monostate>) {
                Column& column = table.column(key);
                for (std::size_t row = 0; row < rows && row < cells.size(); ++row) {
                    if (!valid_.test(row)) continue;
                    if constexpr (std::is_same_v<Cells, std::vector<Value>>)
                        column.set(first + row, cells[row], table.strings());
                    else
                        column.put(first + row, cells[row], table.strings());
                }
            }
            cells = {};
        },
        cells_);
}

}  // namespace hearsay::graphs::csv
