#include "engine/query/lowering/subquery.hpp"

#include "engine/query/expressions/error.hpp"
#include "engine/query/lowering/make_operators.hpp"
#include "engine/query/operators/optional.hpp"
#include "engine/query/plan/plan_query.hpp"
#include "engine/query/rules/rules.hpp"
#include "grammar/tree/visit.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

using grammar::SubqueryKind;
using graphs::Value;

namespace {

// The inner plan with the rows that it starts from.
struct Inner {
    Inner(Plan made, SubqueryKind kind, Plan& owner, QueryContext& context, const PlanContext& planning)
        : plan(std::make_shared<Plan>(std::move(made))) {
        PlanContext own = planning;
        own.only_whether = kind == SubqueryKind::Exists;
        apply_rules(*plan, own);
        root = make_operators(*plan, context, planning, rows);
        owner.subqueries.push_back(plan);
    }
    void start(Batch batch) {
        rows.batch = std::move(batch);
        root->rewind();
    }

    std::shared_ptr<Plan> plan;
    ArgumentRows rows;
    OperatorBox root;
};

// (a)-->(b)   [(a)-->(b) | b.name]   EXISTS { (a)-->(b) WHERE ... }   COUNT { (a)-->(b) }
// The inner plan runs once for a whole batch; its rows say by number which outer row they belong to.
class PatternSubquery : public CompiledExpression {
  public:
    // Collect: the list of the values of `value`, which is nullptr for the others.
    PatternSubquery(SubqueryKind kind, Plan pattern, const grammar::Expression* value, Plan& owner,
                    QueryContext& context, const PlanContext& planning)
        : kind_(kind) {
        const std::string number = pattern.columns[0];
        Project project;
        project.items.emplace_back(number, variable(number));
        if (value != nullptr) project.items.emplace_back("value", *value);
        inner_ = std::make_unique<Inner>(over(std::move(pattern), std::move(project)), kind, owner, context,
                                         planning);
        if (kind == SubqueryKind::Exists) inner_->root->give_first(&matched_);
    }

    Column evaluate(const Batch& in, QueryContext& context) const override {
        inner_->start(numbered(in));
        switch (kind_) {
            case SubqueryKind::Exists:
                return exists(in.rows, context);
            case SubqueryKind::Count:
                return count(in.rows, context);
            case SubqueryKind::Collect:
                return collect(in.rows, context);
        }
        return {};
    }

  private:
    static std::size_t outer(const Batch& out, std::size_t row) {
        return static_cast<std::size_t>(out.columns[0].at(row).integer());
    }

    Column exists(std::size_t rows, QueryContext& context) const {
        std::vector<Truth> found(rows, Truth::False);
        matched_.assign(rows, false);
        std::size_t open = rows;  // rows that no match is known of
        Batch out;
        while (open > 0 && inner_->root->next(out)) {
            context.check();
            for (std::size_t row = 0; row < out.rows; ++row) {
                const std::size_t at = outer(out, row);
                if (matched_[at]) continue;
                matched_[at] = true;
                found[at] = Truth::True;
                --open;
            }
        }
        return Column(std::move(found));
    }

    Column count(std::size_t rows, QueryContext& context) const {
        std::vector<std::int64_t> counts(rows, 0);
        Batch out;
        while (inner_->root->next(out)) {
            context.check();
            for (std::size_t row = 0; row < out.rows; ++row) ++counts[outer(out, row)];
        }
        return Column(std::move(counts));
    }

    Column collect(std::size_t rows, QueryContext& context) const {
        std::vector<graphs::List> lists(rows);
        Batch out;
        while (inner_->root->next(out)) {
            context.check();
            for (std::size_t row = 0; row < out.rows; ++row) {
                graphs::List& list = lists[outer(out, row)];
                make_room(list, context);
                list.push_back(out.columns[1].at(row));
            }
        }
        std::vector<Value> values;
        values.reserve(rows);
        for (auto& list : lists) values.push_back(expressions::within_bounds(std::move(list)));
        return Column(std::move(values));
    }

    SubqueryKind kind_;
    mutable std::vector<bool> matched_;  // of the rows at hand; a compiled expression is run by one thread
    std::unique_ptr<Inner> inner_;
};

// EXISTS { MATCH ... RETURN ... }, COUNT, COLLECT: a query of its own for each row, since it may group and
// cut.
class QuerySubquery : public CompiledExpression {
  public:
    QuerySubquery(SubqueryKind kind, Plan plan, Plan& owner, QueryContext& context,
                  const PlanContext& planning)
        : kind_(kind), inner_(std::make_unique<Inner>(std::move(plan), kind, owner, context, planning)) {
        if (kind == SubqueryKind::Exists) inner_->root->give_first(nullptr);
    }

    Column evaluate(const Batch& in, QueryContext& context) const override {
        std::vector<Value> values;
        values.reserve(in.rows);
        for (std::size_t row = 0; row < in.rows; ++row) {
            context.check();
            Batch one{1, {}};
            copy_rows(in, {static_cast<std::uint32_t>(row)}, one);
            inner_->start(std::move(one));
            values.push_back(answer(context));
        }
        return Column(std::move(values));
    }

  private:
    Value answer(QueryContext& context) const {
        Batch out;
        if (kind_ == SubqueryKind::Exists) return inner_->root->next(out);
        std::int64_t number = 0;
        graphs::List list;
        while (inner_->root->next(out)) {
            context.check();
            number += static_cast<std::int64_t>(out.rows);
            for (std::size_t row = 0; kind_ == SubqueryKind::Collect && row < out.rows; ++row) {
                make_room(list, context);
                list.push_back(out.columns[0].at(row));
            }
        }
        if (kind_ == SubqueryKind::Count) return number;
        return expressions::within_bounds(std::move(list));
    }

    SubqueryKind kind_;
    std::unique_ptr<Inner> inner_;
};

}  // namespace

Compiled compile_subquery(const grammar::Expression& expression, const Layout& around, Plan& owner,
                          QueryContext& context, const PlanContext& planning) {
    Layout numbered_around{HiddenNames(around).next()};
    numbered_around.insert(numbered_around.end(), around.begin(), around.end());
    if (const auto* predicate = std::get_if<grammar::PatternPredicate>(&expression.node)) {
        return std::make_unique<PatternSubquery>(SubqueryKind::Exists,
                                                 plan_pattern({predicate->pattern}, nullptr, numbered_around),
                                                 nullptr, owner, context, planning);
    }
    if (const auto* list = std::get_if<grammar::PatternComprehension>(&expression.node)) {
        const grammar::Expression* filter = list->filter ? &**list->filter : nullptr;
        return std::make_unique<PatternSubquery>(SubqueryKind::Collect,
                                                 plan_pattern({list->pattern}, filter, numbered_around),
                                                 &*list->projection, owner, context, planning);
    }
    const auto* subquery = std::get_if<grammar::Subquery>(&expression.node);
    HEARSAY_ASSERT(subquery != nullptr);
    if (subquery->query) {
        return std::make_unique<QuerySubquery>(
            subquery->kind, plan_query(**subquery->query, planning, around), owner, context, planning);
    }
    const grammar::Expression* filter = subquery->filter ? &**subquery->filter : nullptr;
    return std::make_unique<PatternSubquery>(subquery->kind,
                                             plan_pattern(subquery->pattern->parts, filter, numbered_around),
                                             nullptr, owner, context, planning);
}

}  // namespace hearsay::engine
