#include "engine/query/groups/group_table.hpp"

#include <algorithm>

namespace hearsay::engine {

std::size_t GroupTable::size() const {
    if (const auto* packed = std::get_if<PackedTable>(&table_)) return packed->size();
    if (const auto* rows = std::get_if<RowTable>(&table_)) return rows->size();
    return 0;
}

Column GroupTable::keys(std::size_t column, std::size_t begin, std::size_t end) const {
    if (const auto* packed = std::get_if<PackedTable>(&table_)) return packed->keys(column, begin, end);
    if (const auto* rows = std::get_if<RowTable>(&table_)) return rows->keys(column, begin, end);
    return {};
}

// The groups get the same numbers in the other table, since they come in the order of their numbers.
template <class Table>
void GroupTable::move_into(Table table, std::size_t columns, const QueryContext& context) {
    std::vector<std::uint32_t> numbers(batch_rows);
    for (std::size_t begin = 0; begin < size(); begin += batch_rows) {
        context.check();
        const std::size_t end = std::min(begin + batch_rows, size());
        std::vector<Column> part;
        for (std::size_t i = 0; i < columns; ++i) part.push_back(keys(i, begin, end));
        table.number(part, end - begin, numbers.data(), context);
    }
    table_ = std::move(table);
}

void GroupTable::make_fit(const std::vector<Column>& keys, const QueryContext& context) {
    if (std::holds_alternative<RowTable>(table_)) return;
    if (const auto* packed = std::get_if<PackedTable>(&table_)) {
        if (packed->layout().fits(keys)) return;
        if (auto wider = packed->layout().widened(keys)) {
            move_into(PackedTable(std::move(*wider)), keys.size(), context);
        } else {
            move_into(RowTable(keys.size()), keys.size(), context);
        }
    } else if (auto layout = PackedLayout::of(keys)) {
        table_ = PackedTable(std::move(*layout));
    } else {
        table_ = RowTable(keys.size());
    }
}

void GroupTable::number(const std::vector<Column>& keys, std::size_t rows, std::vector<std::uint32_t>& groups,
                        const QueryContext& context) {
    groups.resize(rows);
    if (rows == 0) return;
    make_fit(keys, context);
    const auto repeats = [](const Column& key) { return key.repeated() != nullptr; };
    const std::size_t different = std::all_of(keys.begin(), keys.end(), repeats) ? 1 : rows;
    if (auto* packed = std::get_if<PackedTable>(&table_)) {
        packed->number(keys, different, groups.data(), context);
    } else {
        std::get<RowTable>(table_).number(keys, different, groups.data(), context);
    }
    std::fill(groups.begin() + static_cast<std::ptrdiff_t>(different), groups.end(), groups[0]);
}

}  // namespace hearsay::engine
