#include "engine/query/check/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/query/check/expression.hpp"
#include "engine/query/check/pattern.hpp"
#include "engine/query/check/projection.hpp"
#include "engine/query/check/size.hpp"
#include "engine/query/check/updates.hpp"
#include "engine/query/procedures/procedures.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

class QueryChecker {
  public:
    QueryChecker(const Scope& around, bool inner, CheckState& state)
        : scope_(around), inner_(inner), state_(state) {}

    void run(const SingleQuery& query) {
        standalone_ = query.clauses.size() == 1 && !inner_;
        for (std::size_t i = 0; i < query.clauses.size(); ++i) {
            const Clause& clause = query.clauses[i];
            if (i > 0 && std::holds_alternative<Return>(query.clauses[i - 1].node)) {
                state_.error(clause.span, "nothing can follow RETURN", "InvalidClauseComposition",
                             "hand the rows on by WITH instead");
            }
            check_steps(query.clauses, i, state_);
            std::visit([this, &clause](const auto& node) { check(node, clause.span); }, clause.node);
            check_columns(clause, scope_, state_);
        }
        if (query.clauses.empty() || inner_ || state_.has_errors()) return;
        const Clause& last = query.clauses.back();
        if (!std::holds_alternative<Return>(last.node) && !std::holds_alternative<Call>(last.node) &&
            !changes_graph(last)) {
            state_.error(last.span, "the query returns nothing", "InvalidClauseComposition",
                         "end it by RETURN");
        }
    }

    // The columns of the result.
    const std::vector<std::string>& columns() const { return columns_; }

  private:
    void check(const Match& match, Span) {
        check_pattern(match.pattern.parts, PatternUse::Match, scope_, state_);
        if (match.where) check_condition(*match.where, scope_, "WHERE", state_);
    }

    void check(const Unwind& unwind, Span) {
        const StaticType list = check_expression(unwind.list, scope_, {.no_aggregates_in = "UNWIND"}, state_);
        declare_new(unwind.variable, list.kind == StaticType::List ? StaticType(list.element) : StaticType());
    }

    void check(const With& with, Span span) {
        scope_ = check_projection(with.projection, true, with.where ? &*with.where : nullptr, scope_, span,
                                  state_);
    }

    void check(const Return& result, Span span) {
        scope_ = check_projection(result.projection, false, nullptr, scope_, span, state_);
        columns_ = scope_.names();
    }

    void check(const Call& call, Span span) {
        const Procedure* procedure = state_.context.procedures.find(call.procedure.text);
        if (procedure == nullptr) {
            state_.error(call.procedure.span, fmt::format("unknown procedure `{}`", call.procedure.text),
                         "ProcedureNotFound",
                         did_you_mean(call.procedure.text, state_.context.procedures.names()),
                         "ProcedureError");
            for (const auto& item : call.yields) declare_new(item.alias ? *item.alias : item.field, {});
            return;
        }
        check_arguments(call, *procedure, span);
        check_yields(call, *procedure, span);
        if (call.where) check_condition(*call.where, scope_, "WHERE", state_);
    }

    void check_arguments(const Call& call, const Procedure& procedure, Span span) {
        if (!call.arguments) {
            if (!standalone_) {
                state_.error(span, "inside a query, a procedure's arguments are written out",
                             "InvalidArgumentPassingMode", procedure.signature());
            }
            for (const auto& argument : procedure.arguments) {
                if (standalone_ && !argument.optional && !state_.context.parameters.contains(argument.name)) {
                    state_.error(span, fmt::format("the parameter `${}` is not given", argument.name),
                                 "MissingParameter", procedure.signature(), "ParameterMissing");
                }
            }
            return;
        }
        const std::size_t least = procedure.required_arguments(), most = procedure.arguments.size();
        if (call.arguments->size() < least || call.arguments->size() > most) {
            state_.error(call.procedure.span,
                         fmt::format("`{}` takes {}{} argument{}, but got {}", procedure.name,
                                     least == most ? "" : fmt::format("{} to ", least), most,
                                     most == 1 && least == most ? "" : "s", call.arguments->size()),
                         "InvalidNumberOfArguments", procedure.signature());
        }
        for (std::size_t i = 0; i < call.arguments->size(); ++i) {
            const Expression& argument = (*call.arguments)[i];
            const StaticType type = check_expression(argument, scope_, {.no_aggregates_in = "CALL"}, state_);
            if (i < procedure.arguments.size() && !takes(procedure.arguments[i].type, type)) {
                state_.error(argument.span,
                             fmt::format("`{}` does not take {}", procedure.name, type_text(type)),
                             "InvalidArgumentType", procedure.signature());
            }
        }
    }

    static bool takes(std::string_view wanted, StaticType given) {
        const StaticType type = type_called(wanted);
        if (given.kind == StaticType::Float && type.kind == StaticType::Integer) return false;
        return fits(given, type);
    }

    void check_yields(const Call& call, const Procedure& procedure, Span span) {
        const auto& fields = procedure.results;
        if (call.yield_star && !standalone_) {
            std::vector<std::string_view> names;
            for (const auto& field : fields) names.push_back(field.name);
            state_.error(span, "only a CALL that stands alone may say YIELD *", "UnexpectedSyntax",
                         fmt::format("write YIELD {}", fmt::join(names, ", ")));
        }
        if (call.yields.empty()) {
            if (standalone_ || call.yield_star) {
                for (const auto& field : fields) declare_new({field.name, span}, {});
            }
            if (standalone_) columns_ = scope_.names();
            return;
        }
        for (const auto& item : call.yields) {
            std::vector<std::string> names;
            for (const auto& field : fields) names.push_back(field.name);
            if (std::find(names.begin(), names.end(), item.field.text) == names.end()) {
                state_.error(item.field.span,
                             fmt::format("`{}` does not give `{}`", procedure.name, item.field.text),
                             "UndefinedVariable", did_you_mean(item.field.text, names));
            }
            declare_new(item.alias ? *item.alias : item.field, {});
        }
        if (standalone_) columns_ = scope_.names();
    }

    void check(const Create& create, Span span) {
        if (inner_) refuse("CREATE", span);
        check_create(create, scope_, state_);
    }
    void check(const Merge& merge, Span span) {
        if (inner_) refuse("MERGE", span);
        check_merge(merge, scope_, state_);
    }
    void check(const Set& set, Span span) {
        if (inner_) refuse("SET", span);
        check_set(set, scope_, state_);
    }
    void check(const Remove& remove, Span span) {
        if (inner_) refuse("REMOVE", span);
        check_remove(remove, scope_, state_);
    }
    void check(const Delete& clause, Span span) {
        if (inner_) refuse("DELETE", span);
        check_delete(clause, scope_, state_);
    }
    void check(const Foreach& foreach, Span span) {
        if (inner_) refuse("FOREACH", span);
        const Scope around = scope_;
        scope_ = check_foreach_head(foreach, scope_, state_);
        for (std::size_t i = 0; i < foreach.body.size(); ++i) {
            const Clause& clause = foreach.body[i];
            check_steps(foreach.body, i, state_);
            std::visit([this, &clause](const auto& node) { check(node, clause.span); }, clause.node);
        }
        scope_ = around;
    }

    void refuse(std::string_view clause, Span span) {
        state_.error(span, fmt::format("{} changes the graph, which a subquery cannot", clause),
                     "InvalidClauseComposition", "let the query around it do so");
    }

    void declare_new(const Name& name, StaticType type) {
        if (scope_.find(name.text) != nullptr) {
            state_.error(name.span, fmt::format("the variable `{}` exists already", name.text),
                         "VariableAlreadyBound");
        }
        scope_.declare(name.text, type);
    }

    Scope scope_;
    bool inner_;
    bool standalone_ = false;
    CheckState& state_;
    std::vector<std::string> columns_;
};

// Gives the number of columns.
std::size_t check_parts(const Query& query, const Scope& around, bool inner, CheckState& state) {
    std::set<std::string> first;
    const std::size_t steps_around = state.steps;
    for (std::size_t i = 0; i < query.parts.size(); ++i) {
        state.steps = steps_around;
        QueryChecker checker(around, inner, state);
        checker.run(query.parts[i]);
        const std::set<std::string> columns(checker.columns().begin(), checker.columns().end());
        const Span span = query.parts[i].clauses.empty() ? query.span : query.parts[i].clauses.back().span;
        if (query.parts.size() > 1 && columns.empty()) {
            state.error(span, "each part of a UNION must return something", "InvalidClauseComposition",
                        "end it by RETURN");
        }
        if (i == 0) {
            first = columns;
        } else if (columns != first) {
            state.error(span, "the parts of a UNION must return the same columns", "DifferentColumnsInUnion");
        }
        if (i > 1 && query.all[i - 1] != query.all[0]) {
            state.error(span, "UNION and UNION ALL cannot be mixed in one query", "InvalidClauseComposition");
        }
    }
    state.steps = steps_around;
    return first.size();
}

}  // namespace

Diagnostics check(const Query& query, const PlanContext& context) {
    CheckState state{context};
    try {
        check_parts(query, Scope(), false, state);
    } catch (const EnoughErrors&) {  // those found are told
    }
    std::stable_sort(state.found.begin(), state.found.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    return std::move(state.found);
}

std::size_t check_subquery(const Query& query, const Scope& around, CheckState& state) {
    return check_parts(query, around, true, state);
}

}  // namespace hearsay::engine
