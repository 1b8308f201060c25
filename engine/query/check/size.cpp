#include "engine/query/check/size.hpp"

#include <fmt/format.h>

#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

void refuse(Span span, std::string message, CheckState& state) {
    state.error(span, std::move(message), "UnexpectedSyntax",
                "several statements, or UNWIND over a list of maps, can do what one long query does");
    throw EnoughErrors();
}

void take(std::size_t steps, Span span, CheckState& state) {
    state.steps += steps;
    if (state.steps <= most_steps) return;
    refuse(span,
           fmt::format(
               "the query is too large from here on: {} clauses, nodes and relationships to be matched are "
               "the most",
               most_steps),
           state);
}

std::size_t reading_properties(const Create& create) {
    std::size_t count = 0;
    for (const auto& part : create.pattern.parts) {
        for_each_expression(part, [&count](const Expression& properties) {
            if (!variables_read(properties).empty() || has_subquery(properties)) ++count;
        });
        if (part.variable) ++count;  // its path is built in a step of its own
    }
    return count;
}

}  // namespace

void check_steps(const std::vector<Clause>& clauses, std::size_t number, CheckState& state) {
    const Clause& clause = clauses[number];
    std::size_t steps = 1;
    if (const auto* create = std::get_if<Create>(&clause.node)) {
        const bool joined = number > 0 && std::holds_alternative<Create>(clauses[number - 1].node);
        steps = (joined ? 0 : 1) + reading_properties(*create);
    } else if (const auto* merge = std::get_if<Merge>(&clause.node)) {
        steps += merge->pattern.nodes.size() + merge->pattern.relationships.size();
    }
    take(steps, clause.span, state);
}

void check_steps(const PatternPart& part, CheckState& state) {
    take(part.nodes.size() + part.relationships.size(), part.span, state);
}

void check_columns(const Clause& clause, const Scope& scope, CheckState& state) {
    if (scope.entries().size() <= most_columns) return;
    refuse(clause.span, fmt::format("too many variables or columns: {} are the most", most_columns), state);
}

}  // namespace hearsay::engine
