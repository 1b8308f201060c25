#include "engine/query/groups/row_table.hpp"

#include <algorithm>

#include "engine/query/expressions/evaluate.hpp"
#include "engine/query/running/pace.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

using graphs::Value;

void RowTable::number(const std::vector<Column>& columns, std::size_t rows, std::uint32_t* numbers,
                      const QueryContext& context) {
    HEARSAY_ASSERT(columns.size() == width_ && size() + rows < FlatTable::none);
    std::vector<expressions::Reader> readers(columns.begin(), columns.end());
    std::vector<std::uint64_t> hashes(rows);
    Pace pace(context);
    for (std::size_t i = 0; i < width_; ++i) {
        if (const Value* same = columns[i].repeated()) {
            pace.step(*same);
            const std::uint64_t hash = graphs::hash(*same);
            for (std::uint64_t& row : hashes) row = mix(row, hash);
            continue;
        }
        for (std::size_t row = 0; row < rows; ++row) {
            const Value& value = readers[i][row];
            hashes[row] = mix(hashes[row], graphs::hash(value));
            pace.step(value);
        }
    }
    for (std::size_t row = 0; row < rows; ++row) {
        if (table_.full()) table_.grow(context);
        const auto same = [&](std::uint32_t other) {
            for (std::size_t i = 0; i < width_; ++i) {
                const Value& value = readers[i][row];
                pace.step(value);
                if (!graphs::equivalent(values_[other * width_ + i], value)) return false;
            }
            return true;
        };
        const auto hash = static_cast<std::uint32_t>(hashes[row] >> 32);
        if (values_.size() + width_ > values_.capacity()) {
            const std::size_t grown = std::max<std::size_t>(8 * width_, 2 * values_.size());
            context.reserve(grown * sizeof(Value));
            values_.reserve(grown);
        }
        numbers[row] = table_.find_or_add(hash, same);
        if (numbers[row] * width_ == values_.size()) {
            for (expressions::Reader& reader : readers) values_.push_back(reader[row]);
        }
    }
}

Column RowTable::keys(std::size_t column, std::size_t begin, std::size_t end) const {
    std::vector<Value> values;
    values.reserve(end - begin);
    for (std::size_t row = begin; row < end; ++row) values.push_back(values_[row * width_ + column]);
    return Column(std::move(values));
}

}  // namespace hearsay::engine
