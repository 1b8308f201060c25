// One property of every vertex (or edge): an array of one type, with a bit that says which rows have it.
#pragma once

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "graphs/columns/bitmap.hpp"
#include "graphs/columns/string_pool.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::graphs {

// The type is that of the first value. A value of another kind turns the column into one of any values.
class Column {
  public:
    bool has(std::size_t row) const { return valid_.test(row); }
    Value get(std::size_t row, const StringPool& strings) const;         // null where there is none
    void set(std::size_t row, const Value& value, StringPool& strings);  // null clears
    void clear(std::size_t row);
    void truncate(std::size_t rows);  // forgets row `rows` and all after it
    void reserve(std::size_t rows);   // a hint

    const Bitmap& valid() const { return valid_; }
    // The array, or nullptr if the column is of another type. T: std::int64_t, double, StringId, Date, Value,
    // std::uint8_t (Boolean). May be shorter than the graph's capacity; rows that `has` names lie inside.
    template <class T>
    const std::vector<T>* as() const {
        return std::get_if<std::vector<T>>(&data_);
    }

    // As `set`, without a Value.
    template <class T>
    void put(std::size_t row, T item, StringPool& strings) {
        if (std::holds_alternative<std::monostate>(data_)) make<T>();
        if (auto* items = std::get_if<std::vector<T>>(&data_)) {
            store(*items, row, std::move(item));
        } else {
            store(any(strings), row, boxed(item, strings));
        }
        valid_.set(row);
    }

  private:
    template <class T>
    static Value boxed(const T& item, const StringPool& strings) {
        if constexpr (std::is_same_v<T, StringId>)
            return strings.value(item);
        else if constexpr (std::is_same_v<T, std::uint8_t>)
            return Value(item != 0);
        else
            return Value(item);
    }
    template <class T>
    void make() {
        data_.emplace<std::vector<T>>().reserve(reserved_);
    }
    template <class T>
    static void store(std::vector<T>& items, std::size_t row, T item) {
        if (row >= items.size()) items.resize(row + 1);
        items[row] = std::move(item);
    }
    std::vector<Value>& any(const StringPool& strings);  // turns the column into one of any values

    Bitmap valid_;
    std::size_t reserved_ = 0;
    std::variant<std::monostate, std::vector<std::int64_t>, std::vector<double>, std::vector<StringId>,
                 std::vector<Date>, std::vector<std::uint8_t>, std::vector<Value>>
        data_;
};

// The columns of all keys, with the texts that they share.
class PropertyTable {
  public:
    using Properties = std::vector<std::pair<KeyId, Value>>;

    bool has(std::size_t row, KeyId key) const {
        return key.value < columns_.size() && columns_[key.value].has(row);
    }
    Value get(std::size_t row, KeyId key) const {
        return key.value < columns_.size() ? columns_[key.value].get(row, strings_) : Value();
    }
    void set(std::size_t row, KeyId key, const Value& value) { column(key).set(row, value, strings_); }
    Properties all(std::size_t row) const;  // ascending by key
    void clear(std::size_t row);
    void truncate(std::size_t rows);
    void truncate_keys(std::size_t keys);  // forgets the column of key `keys` and all after it
    void reserve(std::size_t rows);

    Column& column(KeyId key);  // made if there is none
    const Column* find_column(KeyId key) const {
        return key.value < columns_.size() ? &columns_[key.value] : nullptr;
    }
    std::size_t column_count() const { return columns_.size(); }
    StringPool& strings() { return strings_; }
    const StringPool& strings() const { return strings_; }

  private:
    std::vector<Column> columns_;  // by key id
    StringPool strings_;
    std::size_t reserved_ = 0;
};

}  // namespace hearsay::graphs
