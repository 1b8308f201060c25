#include "engine/query/subquery.hpp"

#include "engine/query/expressions/error.hpp"
#include "engine/query/make_operators.hpp"
#include "engine/query/operators/optional.hpp"
#include "engine/query/plan_query.hpp"
#include "engine/query/rules/rules.hpp"
#include "engine/query/walk.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

using graphs::Value;

namespace {

// The inner plan with the rows that it starts from.
struct Inner {
    Inner(Plan made, Plan& owner, QueryContext& context, const PlanContext& planning)
        : plan(std::make_shared<Plan>(std::move(made))) {
        apply_rules(*plan, planning);
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

// (a)-->(b)   [(a)-->(b) | b.name]   EXISTS { (a)-->(b) WHERE ... }
// The inner plan runs once for a whole batch; its rows say by number which outer row they belong to.
class PatternSubquery : public CompiledExpression {
  public:
    // With `value`: the list of its values; without: is there a match?
    PatternSubquery(Plan pattern, const grammar::Expression* value, Plan& owner, QueryContext& context,
                    const PlanContext& planning)
        : lists_(value != nullptr) {
        const std::string number = pattern.columns[0];
        Project project;
        project.items.emplace_back(number, variable(number));
        if (value != nullptr) project.items.emplace_back("value", *value);
        inner_ =
            std::make_unique<Inner>(over(std::move(pattern), std::move(project)), owner, context, planning);
        if (!lists_) inner_->root->give_first(&matched_);
    }

    Column evaluate(const Batch& in, QueryContext& context) const override {
        std::vector<graphs::List> lists(lists_ ? in.rows : 0);
        std::vector<Value> values(in.rows, Value(false));
        matched_.assign(in.rows, false);
        std::size_t open = in.rows;  // rows that no match is known of
        inner_->start(numbered(in));
        Batch out;
        while (open > 0 && inner_->root->next(out)) {
            context.check();
            for (std::size_t row = 0; row < out.rows; ++row) {
                const auto outer = static_cast<std::size_t>(out.columns[0].at(row).integer());
                if (lists_) {
                    make_room(lists[outer], context);
                    lists[outer].push_back(out.columns[1].at(row));
                } else if (!matched_[outer]) {
                    matched_[outer] = true;
                    values[outer] = Value(true);
                    --open;
                }
            }
        }
        for (std::size_t row = 0; row < lists.size(); ++row)
            values[row] = expressions::within_bounds(std::move(lists[row]));
        return Column(std::move(values));
    }

  private:
    bool lists_;
    mutable std::vector<bool> matched_;  // of the rows at hand; a compiled expression is run by one thread
    std::unique_ptr<Inner> inner_;
};

// EXISTS { MATCH ... RETURN ... }: a query of its own for each row, since it may group and cut.
class QuerySubquery : public CompiledExpression {
  public:
    QuerySubquery(Plan plan, Plan& owner, QueryContext& context, const PlanContext& planning)
        : inner_(std::make_unique<Inner>(std::move(plan), owner, context, planning)) {
        inner_->root->give_first(nullptr);
    }

    Column evaluate(const Batch& in, QueryContext&) const override {
        std::vector<Value> values;
        values.reserve(in.rows);
        for (std::size_t row = 0; row < in.rows; ++row) {
            Batch one{1, {}};
            copy_rows(in, {static_cast<std::uint32_t>(row)}, one);
            inner_->start(std::move(one));
            Batch out;
            values.emplace_back(inner_->root->next(out));
        }
        return Column(std::move(values));
    }

  private:
    std::unique_ptr<Inner> inner_;
};

}  // namespace

Compiled compile_subquery(const grammar::Expression& expression, const Layout& around, Plan& owner,
                          QueryContext& context, const PlanContext& planning) {
    Layout numbered_around{HiddenNames(around).next()};
    numbered_around.insert(numbered_around.end(), around.begin(), around.end());
    if (const auto* predicate = std::get_if<grammar::PatternPredicate>(&expression.node)) {
        return std::make_unique<PatternSubquery>(plan_pattern({predicate->pattern}, nullptr, numbered_around),
                                                 nullptr, owner, context, planning);
    }
    if (const auto* list = std::get_if<grammar::PatternComprehension>(&expression.node)) {
        const grammar::Expression* filter = list->filter ? &**list->filter : nullptr;
        return std::make_unique<PatternSubquery>(plan_pattern({list->pattern}, filter, numbered_around),
                                                 &*list->projection, owner, context, planning);
    }
    const auto* exists = std::get_if<grammar::ExistsSubquery>(&expression.node);
    HEARSAY_ASSERT(exists != nullptr);
    if (exists->query) {
        return std::make_unique<QuerySubquery>(plan_query(**exists->query, planning, around), owner, context,
                                               planning);
    }
    const grammar::Expression* filter = exists->filter ? &**exists->filter : nullptr;
    return std::make_unique<PatternSubquery>(plan_pattern(exists->pattern->parts, filter, numbered_around),
                                             nullptr, owner, context, planning);
}

}  // namespace hearsay::engine
