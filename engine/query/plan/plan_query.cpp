#include "engine/query/plan/plan_query.hpp"

#include "engine/query/plan/pattern.hpp"
#include "engine/query/plan/projection.hpp"
#include "engine/query/plan/updates.hpp"
#include "engine/query/procedures/procedures.hpp"
#include "grammar/tree/visit.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

class ClausePlanner {
  public:
    ClausePlanner(const PlanContext& context, const Layout& given)
        : context_(context), hidden_(given), plan_(Argument{}, given) {}

    Plan run(const SingleQuery& query) {
        standalone_ = query.clauses.size() == 1;
        add_clauses(query.clauses);
        if (!query.clauses.empty() && changes_graph(query.clauses.back()))
            plan_ = over(std::move(plan_), EmptyResult{});
        return std::move(plan_);
    }

  private:
    void add_clauses(const std::vector<Clause>& clauses) {
        std::vector<const Create*> creates;  // that follow one another
        for (const auto& clause : clauses) {
            if (const auto* create = std::get_if<Create>(&clause.node)) {
                creates.push_back(create);
                continue;
            }
            add_creates(creates);
            std::visit([this, &clause](const auto& node) { add(node, clause.span); }, clause.node);
        }
        add_creates(creates);
    }

    void add_creates(std::vector<const Create*>& creates) {
        if (creates.empty()) return;
        plan_ = add_create(std::move(plan_), creates, hidden_);
        creates.clear();
    }

    void add(const Match& match, Span) {
        const Expression* where = match.where ? &*match.where : nullptr;
        if (!match.optional) {
            plan_ = add_match(std::move(plan_), match.pattern.parts, where, hidden_);
            return;
        }
        // The inner plan's rows say by a number in the first column which outer row they belong to.
        Layout given{hidden_.next()};
        given.insert(given.end(), plan_.columns.begin(), plan_.columns.end());
        Plan leaf(Argument{}, given);
        Plan inner = add_match(std::move(leaf), match.pattern.parts, where, hidden_);
        plan_ = over(std::move(plan_), std::move(inner), Optional{});
    }

    void add(const Unwind& unwind, Span) {
        plan_ = over(std::move(plan_), UnwindList{unwind.variable.text, unwind.list});
    }

    void add(const With& with, Span) {
        plan_ = add_projection(std::move(plan_), with.projection, with.where ? &*with.where : nullptr,
                               context_.text, hidden_);
    }

    void add(const Return& result, Span) {
        plan_ = add_projection(std::move(plan_), result.projection, nullptr, context_.text, hidden_);
    }

    void add(const Call& call, Span span) {
        CallProcedure step;
        step.procedure = context_.procedures.find(call.procedure.text);
        HEARSAY_ASSERT(step.procedure != nullptr);
        const auto& fields = step.procedure->results;
        if (call.arguments) {
            step.arguments = *call.arguments;
        } else {
            for (const auto& field : step.procedure->arguments) {
                const bool given = !field.optional || context_.parameters.contains(field.name);
                step.arguments.push_back(given ? Expression{Parameter{field.name}, span}
                                               : Expression{grammar::NullLiteral{}, span});
            }
        }
        while (step.arguments.size() < step.procedure->arguments.size())
            step.arguments.push_back({grammar::NullLiteral{}, span});
        step.standalone = standalone_;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (call.yields.empty() && (standalone_ || call.yield_star))
                step.results.emplace_back(i, fields[i].name);
        }
        for (const auto& item : call.yields) {
            for (std::size_t i = 0; i < fields.size(); ++i) {
                if (fields[i].name != item.field.text) continue;
                step.results.emplace_back(i, item.alias ? item.alias->text : item.field.text);
            }
        }
        plan_ = over(std::move(plan_), std::move(step));
        if (call.where) plan_ = over(std::move(plan_), Filter{{*call.where}});
    }

    void add(const Create& create, Span) { plan_ = add_create(std::move(plan_), {&create}, hidden_); }
    void add(const Merge& merge, Span) { plan_ = add_merge(std::move(plan_), merge, hidden_); }
    void add(const Set& set, Span) { plan_ = add_set(std::move(plan_), set); }
    void add(const Remove& remove, Span) { plan_ = add_remove(std::move(plan_), remove); }
    void add(const Delete& clause, Span) {
        plan_ = over(std::move(plan_), DeleteElements{clause.detach, clause.expressions});
    }
    void add(const Foreach& foreach, Span) {
        Layout given = plan_.columns;
        given.push_back(foreach.variable.text);
        ClausePlanner body(context_, given);
        body.add_clauses(foreach.body);
        plan_ = over(std::move(plan_), std::move(body.plan_),
                     ForEach{foreach.variable.text, foreach.list, foreach.body.size() > 1});
    }

    const PlanContext& context_;
    HiddenNames hidden_;
    Plan plan_;
    bool standalone_ = false;
};

}  // namespace

Plan plan_query(const Query& query, const PlanContext& context, const Layout& given) {
    Plan plan = ClausePlanner(context, given).run(query.parts[0]);
    if (query.parts.size() == 1) return plan;
    Plan all(Concatenate{}, plan.columns);
    all.inputs.push_back(std::move(plan));
    for (std::size_t i = 1; i < query.parts.size(); ++i) {
        Plan part = ClausePlanner(context, given).run(query.parts[i]);
        if (part.columns != all.columns) {  // the same names in another order
            Project project;
            for (const auto& name : all.columns) project.items.emplace_back(name, variable(name));
            part = over(std::move(part), std::move(project));
        }
        all.inputs.push_back(std::move(part));
    }
    // UNION and UNION ALL are never mixed.
    return query.all[0] ? std::move(all) : over(std::move(all), Distinct{});
}

}  // namespace hearsay::engine
