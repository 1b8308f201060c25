#include "engine/query/statement/run_query.hpp"

#include <algorithm>
#include <new>
#include <stdexcept>

#include "engine/query/check/check.hpp"
#include "engine/query/lowering/make_operators.hpp"
#include "engine/query/plan/explain.hpp"
#include "engine/query/plan/plan_query.hpp"
#include "engine/query/rules/rules.hpp"
#include "engine/query/statement/index_commands.hpp"
#include "engine/query/statement/language.hpp"
#include "engine/query/statement/statement_cache.hpp"
#include "grammar/text/interruption.hpp"
#include "grammar/tree/tree_text.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

void add_lines(const std::vector<std::string>& lines, QueryResult& result) {
    for (const auto& line : lines) result.rows.push_back({graphs::Value(line)});
}

// `written`: how large the rows are written out, which has to find room too; a value that many rows share
// takes it each time.
void add_rows(const Batch& batch, const QueryContext& context, std::uint64_t& written, QueryResult& result) {
    const auto& most = context.allowance.limits().rows;
    if (most && batch.rows > *most - result.rows.size()) context.fail_rows();
    for (std::size_t row = 0; row < batch.rows; ++row) {
        make_room(result.rows, context);
        graphs::List values;
        values.reserve(batch.columns.size());
        for (const Column& column : batch.columns) {
            values.push_back(column.at(row));
            written += values.back().extent().bytes;
        }
        context.reserve(written);
        result.rows.push_back(std::move(values));
    }
}

// A relationship cannot be without its nodes: whoever deletes these deletes it too.
void refuse_held(const QueryContext& context) {
    if (context.held.empty()) return;
    throw QueryError({Severity::Error, context.held.begin()->second,
                      "the node still has relationships, so it cannot be deleted",
                      "DETACH DELETE deletes them too", "ConstraintVerificationFailed",
                      "DeleteConnectedNode"});
}

void run(Plan& plan, Prefix prefix, QueryContext& context, const PlanContext& planning, QueryResult& result) {
    if (prefix == Prefix::None) result.columns = plan.columns;
    const ArgumentRows one_row;
    OperatorBox root;
    // EXPLAIN too, since the plans inside expressions come with the operators.
    if (prefix != Prefix::Explain || !changes_graph(plan))
        root = make_operators(plan, context, planning, one_row);
    if (prefix != Prefix::Explain) {
        std::uint64_t written = 0;
        for (Batch batch; root->next(batch);) {
            if (prefix == Prefix::None) add_rows(batch, context, written, result);
        }
    }
    refuse_held(context);
    if (prefix == Prefix::None) return;
    result.columns = {"plan"};
    result.is_plan = true;
    add_lines(explain(plan, prefix == Prefix::Profile), result);
    if (prefix == Prefix::Profile && context.allowance.most_held() > 0)
        add_lines({"memory: at most " + size_text(context.allowance.most_held())}, result);
}

// Takes every change back, whichever way the statement ends, unless it is kept.
class Guard {
  public:
    explicit Guard(graphs::PropertyGraph& graph) : graph_(&graph) {}
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    ~Guard() {
        if (graph_ != nullptr) graph_->take_back();
    }
    void keep() { graph_ = nullptr; }

  private:
    graphs::PropertyGraph* graph_;
};

bool is_error(const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::Error;
}

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (true) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

// Errors in what a short form stands for are shown at the short form.
Diagnostics at_place(Diagnostics found, const Question& question) {
    if (question.is_short_form())
        std::erase_if(found, [](const Diagnostic& each) { return !is_error(each); });
    for (auto& diagnostic : found) {
        if (question.is_short_form() || diagnostic.span.end == 0) diagnostic.span = question.statement.span;
    }
    return found;
}

// EXPLAIN does not run it; what EXPLAIN and PROFILE show is the command itself.
void run(const IndexCommand& command, Prefix prefix, QueryContext& context, const PlanContext& planning,
         QueryResult& result) {
    if (prefix != Prefix::Explain) run_index_command(command, context, planning, result);
    result.effects = context.effects;
    if (prefix == Prefix::None) return;
    result.columns = {"plan"};
    result.rows.clear();
    result.is_plan = true;
    add_lines({to_text(command)}, result);
}

tl::expected<QueryResult, Diagnostics> answer(graphs::PropertyGraph& graph, std::string_view text,
                                              const QueryOptions& options, const Allowance& allowance) {
    Guard guard(graph);
    const Language& language = options.language != nullptr ? *options.language : Language::opencypher();
    const auto read = [&] {
        const grammar::Interruption scope(options.interrupt);
        return StatementCache::read(options.cache, text, language);
    }();
    if (!read) return tl::unexpected(Diagnostics{read.error()});
    const Question& question = **read;
    const Prefix prefix = question.statement.prefix;

    PlanContext planning{graph, options.parameters, question.text(), language.procedures, language.functions};
    planning.left_out = &options.rules_left_out;
    Preparation ready{graph.version(), &language};
    // A plan made without some of the rules is for no other statement.
    StatementCache* const plans = options.rules_left_out.empty() ? options.cache : nullptr;
    if (plans != nullptr) ready = plans->take(question, graph.version(), language, options.parameters);
    const auto* command = std::get_if<IndexCommand>(&question.statement.body);
    if (!ready.checked) {
        Diagnostics found = command == nullptr ? check(question.query(), planning) : Diagnostics();
        if (std::any_of(found.begin(), found.end(), is_error))
            return tl::unexpected(at_place(std::move(found), question));
        ready.checked = {std::move(found), planning.parameters.take_looks()};
    }

    QueryResult result;
    // The names in a short form are not the asker's.
    if (!question.is_short_form()) result.warnings = ready.checked->warnings;
    QueryContext context{graph,    options.parameters, question.text(), options.interrupt, &result.warnings,
                         allowance};
    context.timed = prefix == Prefix::Profile;
    try {
        planning.running = &context;
        context.check();
        if (command != nullptr) {
            run(*command, prefix, context, planning, result);
            guard.keep();
            return result;
        }
        if (!ready.planned) {
            Plan plan = plan_query(question.query(), planning);
            planning.statement_changes = changes_graph(plan);
            apply_rules(plan, planning);
            ready.planned = {std::move(plan), planning.parameters.take_looks()};
        }
        planning.statement_changes = changes_graph(ready.planned->plan);  // for the plans in its expressions
        if (question.is_short_form() && prefix != Prefix::None)
            add_lines(split_lines(question.rewritten), result);
        run(ready.planned->plan, prefix, context, planning, result);
        result.effects = context.effects;
        if (!result.is_plan) result.asked = question.asked;
        if (result.rows.empty() && question.is_short_form() && language.found_nothing) {
            for (auto& warning :
                 language.found_nothing(*question.asked, question.statement.span, graph, options.parameters))
                result.warnings.push_back(std::move(warning));
        }
    } catch (const QueryError& error) {
        Diagnostic diagnostic = error.diagnostic();
        diagnostic.phase = Phase::Run;
        return tl::unexpected(at_place({std::move(diagnostic)}, question));
    }
    if (plans != nullptr) plans->keep(question, std::move(ready));
    guard.keep();
    return result;
}

// That the machine has no memory left: made while it has some, and told without taking more.
class OutOfMemory {
  public:
    explicit OutOfMemory(std::string_view text) {
        Diagnostic& diagnostic = said_.emplace_back();
        diagnostic.severity = Severity::Error;
        diagnostic.span = {0, text.size()};
        diagnostic.suggestion = "`--max-memory` and `:max-memory` end a statement before that";
        diagnostic.type = "LimitError";
        diagnostic.detail = "OutOfMemory";
        diagnostic.phase = Phase::Run;
        diagnostic.message.reserve(200);
        diagnostic.message = "the machine has no memory left for this statement";
    }
    Diagnostics take(const Allowance& allowance) {
        std::string& message = said_[0].message;
        if (allowance.most_held() > 0) (message += ", which held ") += size_text(allowance.most_held());
        if (allowance.limits().memory)
            ((message += "; it may take ") += size_text(*allowance.limits().memory)) +=
                ", if there is that much";
        return std::move(said_);
    }

  private:
    Diagnostics said_;
};

}  // namespace

tl::expected<QueryResult, Diagnostics> run_query(graphs::PropertyGraph& graph, std::string_view text,
                                                 const QueryOptions& options) {
    const Allowance allowance(options.limits);  // the time of reading counts
    OutOfMemory out_of_memory(text);
    try {
        return answer(graph, text, options, allowance);
    } catch (const std::bad_alloc&) {
    } catch (const std::length_error&) {  // more than any machine has
    }
    return tl::unexpected(out_of_memory.take(allowance));
}

}  // namespace hearsay::engine
