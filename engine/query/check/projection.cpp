#include "engine/query/check/projection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/query/check/expression.hpp"
#include "engine/query/functions/aggregate_calls.hpp"
#include "engine/query/plan/projection.hpp"
#include "grammar/tree/tree_text.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

class ProjectionChecker {
  public:
    ProjectionChecker(const Projection& projection, bool is_with, const Scope& before, Span span,
                      CheckState& state)
        : projection_(projection), is_with_(is_with), before_(before), span_(span), state_(state) {
        grouped_ = std::any_of(projection.items.begin(), projection.items.end(),
                               [](const auto& item) { return has_aggregate(item.expression); });
    }

    Scope run(const Expression* where) {
        const std::size_t before = state_.error_count();
        check_star();
        for (const auto& item : projection_.items) check_item(item);
        if (grouped_) {
            for (const auto& item : projection_.items) {
                if (has_aggregate(item.expression)) check_grouping(item.expression, false);
            }
        }
        for (const auto& item : projection_.order) {
            check_later(item.expression, "ORDER BY", false);
        }
        if (where != nullptr) check_later(*where, "WHERE", true);
        if (projection_.skip) check_count(*projection_.skip, "SKIP");
        if (projection_.limit) check_count(*projection_.limit, "LIMIT");
        if (is_with_ && state_.error_count() == before) check_names();
        return std::move(after_);
    }

  private:
    void check_star() {
        if (!projection_.star) return;
        if (before_.entries().empty() && !is_with_) {
            state_.error(span_, "there is no variable that `*` could stand for", "NoVariablesInScope");
        }
        for (const auto& entry : before_.entries()) after_.declare(entry.name, entry.type);
    }

    void check_item(const ProjectionItem& item) {
        const StaticType type = check_expression(item.expression, before_, {.aggregates = true}, state_);
        const std::string name = column_name(item, state_.context.text);
        if (after_.find(name) != nullptr) {
            state_.error(item.alias ? item.alias->span : item.expression.span,
                         fmt::format("two columns are called `{}`", name), "ColumnNameConflict");
        }
        after_.declare(name, type);
    }

    // Last, because what an expression says is worth more words than what it is called.
    void check_names() {
        for (const auto& item : projection_.items) {
            if (item.alias || std::holds_alternative<Variable>(item.expression.node)) continue;
            state_.error(item.expression.span, "an expression in WITH needs a name", "NoExpressionAlias",
                         "add AS and a name");
        }
    }

    // May this expression, which is no aggregate, stand beside one? Only if it is what the rows are grouped
    // by: a variable or a property that is an item of its own.
    bool is_simple_key(const Expression& part) const {
        const auto* lookup = std::get_if<PropertyLookup>(&part.node);
        const bool simple = std::holds_alternative<Variable>(part.node) ||
                            (lookup != nullptr && std::holds_alternative<Variable>(lookup->object->node));
        if (!simple) return false;
        const auto* leaf = std::get_if<Variable>(&part.node);
        if (leaf != nullptr && projection_.star) return true;
        return std::any_of(projection_.items.begin(), projection_.items.end(),
                           [&part](const auto& item) { return same(item.expression, part); });
    }

    // `later`: in ORDER BY or WHERE, where the new names can be seen too, and unknown ones are found by other
    // checks. `own`: variables that the expression around brings in itself.
    void check_grouping(const Expression& part, bool later, const Names& own = {}) {
        if (is_aggregate_call(part) || is_simple_key(part)) return;
        if (later && is_complex_item(part)) return ambiguous(part);
        if (const auto* leaf = std::get_if<Variable>(&part.node)) {
            const bool known_after = later && after_.find(leaf->name) != nullptr;
            const bool known_before = before_.find(leaf->name) != nullptr;
            if (known_before && !known_after && !later && !projection_.star && !own.contains(leaf->name))
                ambiguous(part);
            return;
        }
        if (is_subquery(part)) {
            for (const auto& name : variables_read(part)) {
                const bool known_after = later && after_.find(name) != nullptr;
                if (before_.find(name) != nullptr && !known_after && !own.contains(name) && !keeps(name))
                    return ambiguous(part);
            }
            return;
        }
        Names inner = own;
        inner.merge(brought_in(part));
        for_each_child(part, [&](const Expression& child) { check_grouping(child, later, inner); });
    }

    static bool is_subquery(const Expression& part) {
        return std::holds_alternative<PatternPredicate>(part.node) ||
               std::holds_alternative<PatternComprehension>(part.node) ||
               std::holds_alternative<Subquery>(part.node);
    }
    // Do the groups have the variable under its name? A subquery's patterns speak of it by that.
    bool keeps(const std::string& name) const {
        if (projection_.star) return true;
        return std::any_of(projection_.items.begin(), projection_.items.end(), [&](const auto& item) {
            const auto* leaf = std::get_if<Variable>(&item.expression.node);
            return leaf != nullptr && leaf->name == name && column_name(item, state_.context.text) == name;
        });
    }

    static Names brought_in(const Expression& part) {
        if (const auto* list = std::get_if<ListComprehension>(&part.node)) return {list->variable.text};
        if (const auto* quantifier = std::get_if<Quantifier>(&part.node)) return {quantifier->variable.text};
        if (const auto* reduce = std::get_if<Reduce>(&part.node))
            return {reduce->variable.text, reduce->accumulator.text};
        return {};
    }

    void ambiguous(const Expression& part) {
        state_.error(part.span,
                     "this is neither aggregated nor what the rows are grouped by, so it has no single value",
                     "AmbiguousAggregationExpression", "make it an item of its own in a WITH before");
    }

    bool is_complex_item(const Expression& part) const {
        return !variables_read(part).empty() &&
               std::any_of(projection_.items.begin(), projection_.items.end(), [&part](const auto& item) {
                   return !has_aggregate(item.expression) && same(item.expression, part);
               });
    }

    // ORDER BY and WITH's WHERE: after the projection, but with a view of what was before it.
    void check_later(Expression expression, std::string_view clause, bool condition) {
        const bool aggregated = has_aggregate(expression);
        if (aggregated && !grouped_) {
            state_.error(expression.span,
                         fmt::format("{} cannot aggregate what the projection does not", clause),
                         "InvalidAggregation");
            return;
        }
        Scope scope;
        if (!grouped_ && !projection_.distinct) {
            for (const auto& entry : before_.entries()) scope.declare(entry.name, entry.type);
        }
        for (const auto& entry : after_.entries()) scope.declare(entry.name, entry.type);
        if (aggregated) check_grouping(expression, true);
        std::vector<NamedExpression> items;
        for (const auto& item : projection_.items)
            items.emplace_back(column_name(item, state_.context.text), item.expression);
        read_projected(expression, items, grouped_ || projection_.distinct);
        const std::size_t before = state_.found.size();
        if (condition) {
            check_condition(expression, scope, clause, state_);
        } else {
            check_expression(expression, scope, {.aggregates = grouped_}, state_);
        }
        if (state_.found.size() == before && has_aggregate(expression)) {
            state_.error(expression.span, fmt::format("{} aggregates what the projection does not", clause),
                         "InvalidAggregation", "make it an item of the projection");
        }
    }

    void check_count(const Expression& count, std::string_view clause) {
        if (!variables_read(count).empty() || has_aggregate(count)) {
            state_.error(count.span,
                         fmt::format("{} takes a number that does not depend on the rows", clause),
                         "NonConstantExpression");
            return;
        }
        const StaticType type = check_expression(count, Scope(), {.no_aggregates_in = clause}, state_);
        const auto* sign = std::get_if<Unary>(&count.node);
        const auto* integer = std::get_if<IntegerLiteral>(&count.node);
        const bool negative = (integer != nullptr && integer->value < 0) ||
                              (sign != nullptr && sign->op == grammar::UnaryOperator::Minus &&
                               std::holds_alternative<IntegerLiteral>(sign->operand->node));
        if (negative) {
            state_.error(count.span, fmt::format("{} takes a number from 0 up", clause),
                         "NegativeIntegerArgument");
        } else if (type.kind != StaticType::Any && type.kind != StaticType::Integer &&
                   type.kind != StaticType::Number) {
            state_.error(count.span, fmt::format("{} takes an Integer, not {}", clause, type_text(type)),
                         "InvalidArgumentType");
        }
    }

    const Projection& projection_;
    bool is_with_;
    bool grouped_ = false;
    const Scope& before_;
    Span span_;
    CheckState& state_;
    Scope after_;
};

}  // namespace

Scope check_projection(const Projection& projection, bool is_with, const Expression* where,
                       const Scope& before, Span span, CheckState& state) {
    return ProjectionChecker(projection, is_with, before, span, state).run(where);
}

}  // namespace hearsay::engine
