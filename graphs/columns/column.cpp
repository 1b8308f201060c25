#include "graphs/columns/column.hpp"

#include "graphs/error.hpp"

namespace hearsay::graphs {

Value Column::get(std::size_t row, const StringPool& strings) const {
    if (!valid_.test(row)) return {};
    return std::visit(
        [&]<class Items>(const Items& items) -> Value {
            if constexpr (std::is_same_v<Items, std::monostate>)
                return {};
            else
                return boxed(items[row], strings);
        },
        data_);
}

void Column::set(std::size_t row, const Value& value, StringPool& strings) {
    switch (value.kind()) {
        case Kind::Null:
            clear(row);
            break;
        case Kind::Boolean:
            put(row, static_cast<std::uint8_t>(value.boolean()), strings);
            break;
        case Kind::Integer:
            put(row, value.integer(), strings);
            break;
        case Kind::Float:
            put(row, value.floating(), strings);
            break;
        case Kind::String:
            put(row, strings.intern(value), strings);
            break;
        case Kind::Date:
            put(row, value.date(), strings);
            break;
        case Kind::List:
        case Kind::LocalTime:
        case Kind::Time:
        case Kind::LocalDateTime:
        case Kind::DateTime:
        case Kind::Duration:
            put(row, value, strings);
            break;
        case Kind::Map:
        case Kind::Vertex:
        case Kind::Edge:
        case Kind::Path:
            HEARSAY_ASSERT(!"a property is of a kind that can be stored");
    }
}

void Column::clear(std::size_t row) {
    if (!valid_.test(row)) return;
    valid_.reset(row);
    if (auto* values = std::get_if<std::vector<Value>>(&data_)) (*values)[row] = {};  // let go of its content
}

void Column::truncate(std::size_t rows) {
    valid_.truncate(rows);
    std::visit(
        [&]<class Items>(Items& items) {
            if constexpr (!std::is_same_v<Items, std::monostate>) {
                if (items.size() > rows) items.resize(rows);
            }
        },
        data_);
}

void Column::reserve(std::size_t rows) {
    reserved_ = rows;
    valid_.reserve(rows);
}

std::vector<Value>& Column::any(const StringPool& strings) {
    if (auto* values = std::get_if<std::vector<Value>>(&data_)) return *values;
    std::vector<Value> values;
    std::visit(
        [&]<class Items>(const Items& items) {
            if constexpr (!std::is_same_v<Items, std::monostate>) {
                values.resize(items.size());
                for (std::size_t row = 0; row < items.size(); ++row) {
                    if (valid_.test(row)) values[row] = boxed(items[row], strings);
                }
            }
        },
        data_);
    return data_.emplace<std::vector<Value>>(std::move(values));
}

PropertyTable::Properties PropertyTable::all(std::size_t row) const {
    Properties found;
    for (std::uint32_t key = 0; key < columns_.size(); ++key) {
        if (columns_[key].has(row)) found.emplace_back(KeyId{key}, columns_[key].get(row, strings_));
    }
    return found;
}

void PropertyTable::clear(std::size_t row) {
    for (Column& column : columns_) column.clear(row);
}

void PropertyTable::truncate(std::size_t rows) {
    for (Column& column : columns_) column.truncate(rows);
}

void PropertyTable::truncate_keys(std::size_t keys) {
    if (columns_.size() > keys) columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(keys), columns_.end());
}

void PropertyTable::reserve(std::size_t rows) {
    reserved_ = rows;
    for (Column& column : columns_) column.reserve(rows);
}

Column& PropertyTable::column(KeyId key) {
    HEARSAY_ASSERT(!key.is_none());
    while (columns_.size() <= key.value) columns_.emplace_back().reserve(reserved_);
    return columns_[key.value];
}

}  // namespace hearsay::graphs
