// What flows between operators: up to 2,048 rows as columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "graphs/value.hpp"

namespace hearsay::engine {

inline constexpr std::size_t batch_rows = 2048;

// One column of a batch. Ids of vertices and edges stay unboxed (none() is null); a value that all rows share
// is kept once; all else is a vector of values until a typed kind pays for itself.
class Column {
  public:
    Column() = default;
    explicit Column(std::vector<graphs::Value> values) : data_(std::move(values)) {}
    explicit Column(std::vector<graphs::VertexId> ids) : data_(std::move(ids)) {}
    explicit Column(std::vector<graphs::EdgeId> ids) : data_(std::move(ids)) {}
    static Column repeat(graphs::Value value, std::size_t rows) {
        Column column;
        column.data_ = Repeated{std::move(value), rows};
        return column;
    }

    std::size_t size() const {
        return std::visit([](const auto& v) { return v.size(); }, data_);
    }
    // The value that all rows share, or nullptr if the column does not say that they share one.
    const graphs::Value* repeated() const {
        const auto* same = std::get_if<Repeated>(&data_);
        return same ? &same->value : nullptr;
    }
    // The value of a row; none() comes out as null.
    graphs::Value at(std::size_t row) const {
        return std::visit([row](const auto& v) { return boxed(v[row]); }, data_);
    }
    // The typed content, or nullptr if the column is of another type.
    template <class T>
    const std::vector<T>* as() const {
        return std::get_if<std::vector<T>>(&data_);
    }
    template <class T>
    std::vector<T>* as() {
        return std::get_if<std::vector<T>>(&data_);
    }

    // A column with the rows that `rows` picks, in that order; a row may be picked often.
    Column pick(const std::vector<std::uint32_t>& rows) const {
        return std::visit(
            [&rows]<class T>(const T& v) {
                if constexpr (std::is_same_v<T, Repeated>) {
                    return repeat(v.value, rows.size());
                } else {
                    T picked;
                    picked.reserve(rows.size());
                    for (std::uint32_t row : rows) picked.push_back(v[row]);
                    return Column(std::move(picked));
                }
            },
            data_);
    }

  private:
    struct Repeated {
        graphs::Value value;
        std::size_t rows = 0;
        std::size_t size() const { return rows; }
        const graphs::Value& operator[](std::size_t) const { return value; }
    };

    static graphs::Value boxed(const graphs::Value& value) { return value; }
    template <class Tag>
    static graphs::Value boxed(graphs::Id<Tag> id) {
        return id.is_none() ? graphs::Value() : graphs::Value(id);
    }

    std::variant<std::vector<graphs::Value>, std::vector<graphs::VertexId>, std::vector<graphs::EdgeId>,
                 Repeated>
        data_;
};

struct Batch {
    std::size_t rows = 0;  // said apart from the columns: a batch may have rows and no column
    std::vector<Column> columns;
};

// Which column of a batch a variable is: columns in order, each with its name.
using Layout = std::vector<std::string>;

}  // namespace hearsay::engine
