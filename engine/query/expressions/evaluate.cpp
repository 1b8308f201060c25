#include "engine/query/expressions/evaluate.hpp"

#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/leaves.hpp"

namespace hearsay::engine::expressions {

Operand::Operand(const CompiledExpression& expression, const Batch& in, QueryContext& context)
    : context_(context), column_(&own_), reader_(own_) {
    if (const auto* variable = dynamic_cast<const ColumnReference*>(&expression)) {
        column_ = &in.columns[variable->index()];
    } else {
        own_ = expression.evaluate(in, context);
    }
    reader_ = Reader(*column_);
}

Batch pick(const Batch& in, const std::vector<std::size_t>& columns, const Rows& rows) {
    Batch picked;
    picked.rows = rows.size();
    picked.columns.resize(in.columns.size());
    for (std::size_t column : columns) picked.columns[column] = in.columns[column].pick(rows);
    return picked;
}

Column Branch::on(const Batch& in, const Rows& rows, QueryContext& context) const {
    if (rows.size() == in.rows) return expression->evaluate(in, context);
    return expression->evaluate(pick(in, columns, rows), context);
}

void flatten(const Batch& in, Operand& lists, const std::vector<std::size_t>& columns, std::size_t variable,
             grammar::Span span, QueryContext& context,
             const std::function<void(const Batch&, const Rows&)>& f) {
    Rows owners;
    std::vector<graphs::Value> elements;
    const auto flush = [&] {
        if (owners.empty()) return;
        context.check();
        Batch inner = pick(in, columns, owners);
        if (inner.columns.size() <= variable) inner.columns.resize(variable + 1);
        inner.columns[variable] = Column(std::move(elements));
        f(inner, owners);
        owners.clear();
        elements = {};
    };
    for (std::size_t row = 0; row < in.rows; ++row) {
        const graphs::Value list = lists[row];
        if (list.is_null()) continue;
        if (list.kind() != graphs::Kind::List) fail_type(span, "a List", list);
        for (const graphs::Value& element : list.list()) {
            owners.push_back(static_cast<std::uint32_t>(row));
            elements.push_back(element);
            if (owners.size() == batch_rows) flush();
        }
    }
    flush();
}

Truth truth_of(const graphs::Value& value, grammar::Span span) {
    if (value.kind() == graphs::Kind::Boolean) return value.boolean() ? Truth::True : Truth::False;
    if (value.is_null()) return Truth::Unknown;
    fail_type(span, "a Boolean", value);
}

std::vector<Truth> truths_of(const Column& column, grammar::Span span) {
    if (const auto* truths = column.as<Truth>()) return *truths;
    if (const graphs::Value* same = column.repeated()) {
        return column.size() == 0 ? std::vector<Truth>() : std::vector(column.size(), truth_of(*same, span));
    }
    std::vector<Truth> truths(column.size());
    Reader reader(column);
    for (std::size_t row = 0; row < truths.size(); ++row) truths[row] = truth_of(reader[row], span);
    return truths;
}

const graphs::Value* literal_value(const CompiledExpression& expression) {
    const auto* literal = dynamic_cast<const Literal*>(&expression);
    return literal ? &literal->value() : nullptr;
}

}  // namespace hearsay::engine::expressions
