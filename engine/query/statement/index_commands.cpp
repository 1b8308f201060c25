#include "engine/query/statement/index_commands.hpp"

#include <fmt/format.h>

#include "engine/query/check/scope.hpp"

namespace hearsay::engine {

using namespace grammar;
using graphs::IndexDefinition;
using graphs::Value;

namespace {

[[noreturn]] void fail(Span span, std::string message, std::string hint, std::string_view detail) {
    throw QueryError(
        {Severity::Error, span, std::move(message), std::move(hint), "SchemaError", std::string(detail)});
}

graphs::IndexKind kind_of(IndexKind kind) {
    return kind == IndexKind::Text ? graphs::IndexKind::Text : graphs::IndexKind::Range;
}

// For an index that is given none.
std::string free_name(const CreateIndex& command, const graphs::PropertyGraph& graph) {
    const std::string first = fmt::format("{}_{}_{}", command.kind == IndexKind::Text ? "text" : "index",
                                          command.label.text, command.key.text);
    std::string name = first;
    for (int i = 2; graph.find_index(name) != nullptr; ++i) name = fmt::format("{}_{}", first, i);
    return name;
}

struct Run {
    QueryContext& context;
    const PlanContext& planning;
    QueryResult& result;

    void operator()(const CreateIndex& command) const {
        auto& graph = context.graph;
        CheckState names{planning};
        names.check_label(command.label);
        names.check_key(command.key);
        for (auto& warning : names.found) result.warnings.push_back(std::move(warning));

        const graphs::IndexKind kind = kind_of(command.kind);
        const IndexDefinition* named = command.name ? graph.find_index(command.name->text) : nullptr;
        const IndexDefinition* same = graph.find_index(kind, command.label.text, command.key.text);
        if (named != nullptr || same != nullptr) {
            if (command.if_not_exists) return;
            constexpr const char* hint = "IF NOT EXISTS leaves it as it is";
            if (same != nullptr)
                fail(command.label.span,
                     fmt::format("the index `{}` is of this property already", same->name), hint,
                     "IndexAlreadyExists");
            fail(command.name->span, fmt::format("there is an index `{}` already", named->name), hint,
                 "IndexWithNameAlreadyExists");
        }
        graph.add_index({command.name ? command.name->text : free_name(command, graph), kind,
                         command.label.text, command.key.text},
                        context.progress());
        ++context.effects.indexes_added;
    }

    void operator()(const DropIndex& command) const {
        auto& graph = context.graph;
        if (graph.find_index(command.name.text) == nullptr) {
            if (command.if_exists) return;
            std::vector<std::string> names;
            for (const IndexDefinition& index : graph.indexes()) names.push_back(index.name);
            std::string hint = did_you_mean(command.name.text, names);
            if (hint.empty()) hint = "SHOW INDEXES lists them";
            fail(command.name.span, fmt::format("there is no index `{}`", command.name.text), std::move(hint),
                 "IndexNotFound");
        }
        graph.remove_index(command.name.text);
        ++context.effects.indexes_removed;
    }

    void operator()(const ShowIndexes& command) const {
        result.columns = {"name",       "state",         "populationPercent", "type",
                          "entityType", "labelsOrTypes", "properties"};
        for (const IndexDefinition& index : context.graph.indexes()) {
            if (command.kind && kind_of(*command.kind) != index.kind) continue;
            result.rows.push_back({Value(index.name), Value("ONLINE"), Value(100.0),
                                   Value(index.kind == graphs::IndexKind::Text ? "TEXT" : "RANGE"),
                                   Value("NODE"), Value(graphs::List{Value(index.label)}),
                                   Value(graphs::List{Value(index.key)})});
        }
    }
};

}  // namespace

void run_index_command(const IndexCommand& command, QueryContext& context, const PlanContext& planning,
                       QueryResult& result) {
    std::visit(Run{context, planning, result}, command);
}

}  // namespace hearsay::engine
