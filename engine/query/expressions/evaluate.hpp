// What the nodes of compiled expressions share: reading their operands, evaluating on some rows only, and
// flattening lists.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/running/pace.hpp"
#include "engine/query/running/truth.hpp"

namespace hearsay::engine::expressions {

using Rows = std::vector<std::uint32_t>;  // row numbers of a batch, ascending

// Reads any column as values, without a copy where it holds values or texts.
class Reader {
  public:
    explicit Reader(const Column& column)
        : column_(&column),
          values_(column.as<graphs::Value>()),
          same_(column.repeated()),
          texts_(column.as<Texts>()) {}
    // Valid until the next call.
    const graphs::Value& operator[](std::size_t row) {
        if (values_) return (*values_)[row];
        if (same_) return *same_;
        if (texts_ && !texts_->ids[row].is_none()) return texts_->pool->value(texts_->ids[row]);
        return unboxed_ = column_->at(row);
    }

  private:
    const Column* column_;
    const std::vector<graphs::Value>* values_;
    const graphs::Value* same_;
    const Texts* texts_;
    graphs::Value unboxed_;
};

// The column of an expression over a batch; a variable's column is not copied.
class Operand {
  public:
    Operand(const CompiledExpression& expression, const Batch& in, QueryContext& context);
    Operand(const Operand&) = delete;
    Operand& operator=(const Operand&) = delete;

    const Column& column() const { return *column_; }
    const graphs::Value* repeated() const { return column_->repeated(); }
    const graphs::Value& operator[](std::size_t row) { return reader_[row]; }
    const QueryContext& context() const { return context_; }

  private:
    const QueryContext& context_;
    Column own_;
    const Column* column_;
    Reader reader_;
};

// f(value) for every row; once, if all rows share the value.
template <class F>
Column for_each_row(const Batch& in, Operand& a, F&& f) {
    if (a.repeated() && in.rows > 0) return Column::repeat(f(a[0]), in.rows);
    std::vector<graphs::Value> out;
    out.reserve(in.rows);
    Pace pace(a.context());
    for (std::size_t row = 0; row < in.rows; ++row) {
        const graphs::Value& x = a[row];
        out.push_back(f(x));
        pace.step(x, out.back());
    }
    return Column(std::move(out));
}
template <class F>
Column for_each_row(const Batch& in, Operand& a, Operand& b, F&& f) {
    if (a.repeated() && b.repeated() && in.rows > 0) return Column::repeat(f(a[0], b[0]), in.rows);
    std::vector<graphs::Value> out;
    out.reserve(in.rows);
    Pace pace(a.context());
    for (std::size_t row = 0; row < in.rows; ++row) {
        const graphs::Value &x = a[row], &y = b[row];
        out.push_back(f(x, y));
        pace.step(x, y, out.back());
    }
    return Column(std::move(out));
}

// The same where f gives a Truth.
template <class F>
Column for_each_truth(const Batch& in, Operand& a, F&& f) {
    if (a.repeated() && in.rows > 0) return Column::repeat(value_of(f(a[0])), in.rows);
    std::vector<Truth> out(in.rows);
    Pace pace(a.context());
    for (std::size_t row = 0; row < in.rows; ++row) {
        const graphs::Value& x = a[row];
        out[row] = f(x);
        pace.step(x);
    }
    return Column(std::move(out));
}
template <class F>
Column for_each_truth(const Batch& in, Operand& a, Operand& b, F&& f) {
    if (a.repeated() && b.repeated() && in.rows > 0) return Column::repeat(value_of(f(a[0], b[0])), in.rows);
    std::vector<Truth> out(in.rows);
    Pace pace(a.context());
    for (std::size_t row = 0; row < in.rows; ++row) {
        const graphs::Value &x = a[row], &y = b[row];
        out[row] = f(x, y);
        pace.step(x, y);
    }
    return Column(std::move(out));
}

// A part of an expression that is needed on some rows only (the right side of AND, the branches of CASE), so
// that it raises no error on the others. `columns` are the columns of the batch that it reads.
struct Branch {
    Compiled expression;
    std::vector<std::size_t> columns;

    // One value for each of `rows`.
    Column on(const Batch& in, const Rows& rows, QueryContext& context) const;
};

// The batch that has the rows `rows` of `in`, of the named columns only; the others are left empty.
Batch pick(const Batch& in, const std::vector<std::size_t>& columns, const Rows& rows);

// Calls f(inner, owners) with batches that hold one row for each element of the lists of a column: the outer
// columns repeated, then the element as the column `variable`. owners[i] is the outer row of inner row i.
// Rows whose value is null are passed over; what is no list is a TypeError at `span`.
void flatten(const Batch& in, Operand& lists, const std::vector<std::size_t>& columns, std::size_t variable,
             grammar::Span span, QueryContext& context,
             const std::function<void(const Batch&, const Rows&)>& f);

// Three-valued logic. `truth_of` throws a TypeError at `span` if the value is neither a Boolean nor null.
Truth truth_of(const graphs::Value& value, grammar::Span span);
// Of every row of a column.
std::vector<Truth> truths_of(const Column& column, grammar::Span span);

// The value of an expression that is a literal, or nullptr.
const graphs::Value* literal_value(const CompiledExpression& expression);

}  // namespace hearsay::engine::expressions
