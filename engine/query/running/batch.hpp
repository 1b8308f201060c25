// What flows between operators: up to 2,048 rows as columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "engine/query/running/truth.hpp"
#include "graphs/columns/string_pool.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::engine {

inline constexpr std::size_t batch_rows = 2048;

// Texts of one pool, which outlives them: equal ids are equal texts, and others are not; none() is null.
struct Texts {
    const graphs::StringPool* pool = nullptr;
    std::vector<graphs::StringId> ids;

    std::size_t size() const { return ids.size(); }
};

// Dates by their days since 1970-01-01; none is null.
struct Dates {
    std::vector<std::int64_t> days;

    std::size_t size() const { return days.size(); }
};

// One column of a batch. Ids of vertices and edges (none() is null), integers and dates (none is null), texts
// and truth values stay unboxed; a value that all rows share is kept once; all else is a vector of values.
// The content does not change and is shared, so that a copy of a column costs nothing.
class Column {
    struct Repeated {
        graphs::Value value;
        std::size_t rows = 0;
        std::size_t size() const { return rows; }
    };
    template <class T>
    using Content =
        std::conditional_t<std::is_same_v<T, Texts> || std::is_same_v<T, Dates>, T, std::vector<T>>;
    template <class C>
    using Kept = std::shared_ptr<C>;  // changed only where nobody shares it
    template <class C>
    static Kept<C> keep(C content) {
        return std::make_shared<C>(std::move(content));
    }

    // f(content): a vector, Texts, Dates or Repeated.
    template <class F>
    auto visit(F&& f) const {
        return std::visit(
            [&f]<class C>(const C& kept) {
                if constexpr (std::is_same_v<C, Repeated>)
                    return f(kept);
                else
                    return f(std::as_const(*kept));
            },
            data_);
    }

  public:
    Column() : data_(Repeated{}) {}
    explicit Column(std::vector<graphs::Value> values) : data_(keep(std::move(values))) {}
    explicit Column(std::vector<graphs::VertexId> ids) : data_(keep(std::move(ids))) {}
    explicit Column(std::vector<graphs::EdgeId> ids) : data_(keep(std::move(ids))) {}
    explicit Column(std::vector<std::int64_t> integers) : data_(keep(std::move(integers))) {}
    explicit Column(Texts texts) : data_(keep(std::move(texts))) {}
    explicit Column(Dates dates) : data_(keep(std::move(dates))) {}
    explicit Column(std::vector<Truth> truths) : data_(keep(std::move(truths))) {}
    static Column repeat(graphs::Value value, std::size_t rows) {
        Column column;
        column.data_ = Repeated{std::move(value), rows};
        return column;
    }

    std::size_t size() const {
        return visit([](const auto& content) { return content.size(); });
    }
    // The value that all rows share, or nullptr if the column does not say that they share one.
    const graphs::Value* repeated() const {
        const auto* same = std::get_if<Repeated>(&data_);
        return same ? &same->value : nullptr;
    }
    // The value of a row; none() and Unknown come out as null.
    graphs::Value at(std::size_t row) const {
        return visit([row](const auto& content) { return boxed(content, row); });
    }
    bool is_null(std::size_t row) const {
        return visit([row](const auto& content) { return null(content, row); });
    }
    // The typed content, or nullptr if the column is of another type. T: graphs::Value, graphs::VertexId,
    // graphs::EdgeId, std::int64_t, Truth (each gives a vector), Texts or Dates. Valid as long as the column.
    template <class T>
    const auto* as() const {
        const auto* kept = std::get_if<Kept<Content<T>>>(&data_);
        return kept ? static_cast<const Content<T>*>(kept->get()) : nullptr;
    }

    // A column with the rows that `rows` picks, in that order; a row may be picked often.
    Column pick(const std::vector<std::uint32_t>& rows) const;
    // Adds the rows of another column at the end; stays typed if both are of one type (and one pool).
    // `expected`: how many rows it will have in the end, if that is known.
    void append(const Column& more, std::size_t expected = 0);

  private:
    template <class C>
    bool append_typed(const Column& more, std::size_t expected);

    static graphs::Value boxed(const Repeated& same, std::size_t) { return same.value; }
    static graphs::Value boxed(const Texts& texts, std::size_t row) {
        return texts.ids[row].is_none() ? graphs::Value() : graphs::Value(texts.pool->value(texts.ids[row]));
    }
    static graphs::Value boxed(const Dates& dates, std::size_t row) { return graphs::Date{dates.days[row]}; }
    static graphs::Value boxed(const std::vector<Truth>& truths, std::size_t row) {
        return value_of(truths[row]);
    }
    template <class Tag>
    static graphs::Value boxed(const std::vector<graphs::Id<Tag>>& ids, std::size_t row) {
        return ids[row].is_none() ? graphs::Value() : graphs::Value(ids[row]);
    }
    template <class T>
    static graphs::Value boxed(const std::vector<T>& items, std::size_t row) {
        return items[row];
    }

    static bool null(const Repeated& same, std::size_t) { return same.value.is_null(); }
    static bool null(const Texts& texts, std::size_t row) { return texts.ids[row].is_none(); }
    static bool null(const std::vector<Truth>& truths, std::size_t row) {
        return truths[row] == Truth::Unknown;
    }
    static bool null(const std::vector<std::int64_t>&, std::size_t) { return false; }
    static bool null(const Dates&, std::size_t) { return false; }
    template <class Tag>
    static bool null(const std::vector<graphs::Id<Tag>>& ids, std::size_t row) {
        return ids[row].is_none();
    }
    static bool null(const std::vector<graphs::Value>& values, std::size_t row) {
        return values[row].is_null();
    }

    std::variant<Kept<std::vector<graphs::Value>>, Kept<std::vector<graphs::VertexId>>,
                 Kept<std::vector<graphs::EdgeId>>, Kept<std::vector<std::int64_t>>, Kept<Texts>, Kept<Dates>,
                 Kept<std::vector<Truth>>, Repeated>
        data_;
};

struct Batch {
    std::size_t rows = 0;  // said apart from the columns: a batch may have rows and no column
    std::vector<Column> columns;
};

// Which column of a batch a variable is: columns in order, each with its name.
using Layout = std::vector<std::string>;

}  // namespace hearsay::engine
