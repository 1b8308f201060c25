#include "engine/query/plan/projection.hpp"

#include <algorithm>

#include "engine/query/functions/aggregate_calls.hpp"
#include "grammar/tree/hidden_name.hpp"
#include "grammar/tree/tree_text.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

std::vector<NamedExpression> items_of(const Projection& projection, const Layout& columns,
                                      std::string_view text) {
    std::vector<NamedExpression> items;
    if (projection.star) {
        for (const auto& name : columns) {
            if (!is_hidden(name)) items.emplace_back(name, variable(name));
        }
        std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }
    for (const auto& item : projection.items) items.emplace_back(column_name(item, text), item.expression);
    return items;
}

// Splits items that aggregate into the aggregations and what is done with their results.
class Grouping {
  public:
    Grouping(std::vector<NamedExpression>& items, HiddenNames& hidden) : hidden_(hidden) {
        for (const auto& item : items) {
            if (!has_aggregate(item.second)) step_.keys.push_back(item);
        }
        for (auto& [name, expression] : items) {
            if (has_aggregate(expression)) {
                expression = after(expression, name);
            } else {
                expression = variable(name, expression.span);
            }
        }
    }

    Aggregate take() { return std::move(step_); }

  private:
    // The expression over the groups: calls are the columns of their results, keys their columns.
    Expression after(Expression expression, const std::string& name) {
        const bool whole = is_aggregate_call(expression);
        replace(expression, [&](const Expression& part) -> std::optional<Expression> {
            if (is_aggregate_call(part)) return variable(column_of(part, whole ? name : ""), part.span);
            for (const auto& key : step_.keys) {
                if (same(part, key.second)) return variable(key.first, part.span);
            }
            return std::nullopt;
        });
        return expression;
    }

    std::string column_of(const Expression& call, const std::string& name) {
        Aggregation aggregation;
        aggregation.function = "count";
        aggregation.span = call.span;
        if (const auto* function = std::get_if<FunctionCall>(&call.node)) {
            aggregation.function = function->name.text;
            aggregation.distinct = function->distinct;
            aggregation.arguments = function->arguments;
        }
        aggregation.column = name.empty() ? hidden_.next() : name;
        step_.aggregations.push_back(aggregation);
        return aggregation.column;
    }

    HiddenNames& hidden_;
    Aggregate step_;
};

std::vector<NamedExpression> passing(const Layout& columns) {
    std::vector<NamedExpression> items;
    for (const auto& name : columns) items.emplace_back(name, variable(name));
    return items;
}

}  // namespace

std::string column_name(const ProjectionItem& item, std::string_view text) {
    if (item.alias) return item.alias->text;
    if (const auto* leaf = std::get_if<Variable>(&item.expression.node)) return leaf->name;
    const Span span = item.expression.span;
    return std::string(text.substr(span.begin, span.end - span.begin));
}

void read_projected(Expression& later, const std::vector<NamedExpression>& items, bool all) {
    const auto column = [&items](const std::string& name) {
        return std::find_if(items.begin(), items.end(),
                            [&name](const auto& item) { return item.first == name; });
    };
    const auto is_itself = [](const NamedExpression& item) {
        const auto* leaf = std::get_if<Variable>(&item.second.node);
        return leaf != nullptr && leaf->name == item.first;
    };
    const auto is_hidden_below = [&](const std::string& name) {
        const auto item = column(name);
        return item != items.end() && !is_itself(*item);
    };
    replace(later, [&](const Expression& part) -> std::optional<Expression> {
        const auto* leaf = std::get_if<Variable>(&part.node);
        if (leaf != nullptr && column(leaf->name) != items.end()) return std::nullopt;
        const Names reads = all ? Names() : variables_read(part);
        if (!all && std::none_of(reads.begin(), reads.end(), is_hidden_below)) return std::nullopt;
        for (const auto& item : items) {
            if (same(part, item.second)) return variable(item.first, part.span);
        }
        return std::nullopt;
    });
}

Plan add_projection(Plan input, const Projection& projection, const Expression* where, std::string_view text,
                    HiddenNames& hidden) {
    std::vector<NamedExpression> items = items_of(projection, input.columns, text);
    std::vector<SortItem> order = projection.order;
    std::vector<Expression> filter;
    if (where != nullptr) filter.push_back(*where);
    Layout result;
    for (const auto& item : items) result.push_back(item.first);

    const bool grouped =
        std::any_of(items.begin(), items.end(), [](const auto& i) { return has_aggregate(i.second); });
    const auto each_later = [&](const auto& apply) {
        for (auto& item : order) apply(item.expression);
        for (auto& predicate : filter) apply(predicate);
    };
    // Behind groups and DISTINCT nothing else is left of what was projected.
    each_later(
        [&](Expression& expression) { read_projected(expression, items, grouped || projection.distinct); });
    if (grouped) {
        Grouping grouping(items, hidden);
        input = over(std::move(input), grouping.take());
    }
    std::vector<NamedExpression> wider = items;
    if (!grouped && !projection.distinct) {
        Names read;
        each_later([&](Expression& expression) { read.merge(variables_read(expression)); });
        for (const auto& name : result) read.erase(name);
        for (const auto& name : input.columns) {
            if (read.contains(name)) wider.emplace_back(name, variable(name));
        }
    }
    Plan plan = over(std::move(input), Project{std::move(wider)});
    if (projection.distinct) plan = over(std::move(plan), Distinct{});
    if (!order.empty()) plan = over(std::move(plan), Sort{std::move(order)});
    if (projection.skip) plan = over(std::move(plan), Skip{*projection.skip});
    if (projection.limit) plan = over(std::move(plan), Limit{*projection.limit});
    if (!filter.empty()) plan = over(std::move(plan), Filter{std::move(filter)});
    if (plan.columns == result) return plan;
    return over(std::move(plan), Project{passing(result)});
}

}  // namespace hearsay::engine
