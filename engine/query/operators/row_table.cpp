#include "engine/query/operators/row_table.hpp"

#include <algorithm>

#include "engine/query/pace.hpp"

namespace hearsay::engine {

std::pair<std::size_t, bool> RowTable::add(graphs::List row, const QueryContext& context) {
    std::size_t mixed = row.size();
    for (const auto& value : row) {
        if (Pace::is_large(value)) context.check();
        mixed = mixed * 0x9E3779B97F4A7C15ULL + graphs::hash(value);
    }
    if (rows_.size() % 256 == 0) context.check();
    const auto [begin, end] = places_.equal_range(mixed);
    for (auto place = begin; place != end; ++place) {
        const auto& other = rows_[place->second];
        if (std::equal(row.begin(), row.end(), other.begin(), other.end(), graphs::Equivalent{})) {
            return {place->second, false};
        }
    }
    make_room(rows_, context);
    places_.emplace(mixed, rows_.size());
    rows_.push_back(std::move(row));
    return {rows_.size() - 1, true};
}

void RowTable::clear() {
    rows_.clear();
    places_.clear();
}

}  // namespace hearsay::engine
