// MATCH (s:Statement) RETURN count(*), MATCH ()-[:CLAIMS]->() RETURN count(*): the graph keeps these numbers.
// They hold for the graph as it is now.
#include <algorithm>
#include <optional>

#include "engine/query/rules/facts/above.hpp"
#include "engine/query/rules/facts/estimates.hpp"
#include "engine/query/rules/facts/walk_statistics.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

namespace {

// Of a plan that gives one row for each vertex, with a label or any.
struct Vertices {
    std::string variable;
    const grammar::Name* label = nullptr;
};
std::optional<Vertices> listed(const Plan& plan) {
    if (plan.inputs.empty() || !std::holds_alternative<Argument>(plan.inputs[0].step) ||
        !plan.inputs[0].columns.empty())
        return std::nullopt;
    if (const auto* all = std::get_if<AllVertices>(&plan.step)) return Vertices{all->variable};
    if (const auto* scan = std::get_if<LabelScan>(&plan.step)) return Vertices{scan->variable, &scan->label};
    return std::nullopt;
}

// How many rows the plan gives, if the graph knows.
std::optional<std::size_t> rows_of(const Plan& plan, const PlanContext& context) {
    if (const auto vertices = listed(plan)) {
        return vertices->label == nullptr
                   ? context.graph.vertex_count()
                   : context.graph.vertices(context.graph.find_label(vertices->label->text)).size();
    }
    const auto* expand = std::get_if<Expand>(&plan.step);
    if (expand == nullptr) return std::nullopt;
    const Walk& walk = expand->walk;
    const auto from = listed(plan.inputs[0]);
    // In either direction a loop is one row, and the counts have it twice.
    if (!from || from->variable != walk.from || walk.to_bound || walk.direction == grammar::Direction::Either)
        return std::nullopt;
    const WalkStatistics edges(walk.types, walk.direction, context.graph);
    if (from->label == nullptr) return edges.near().edges;
    return edges.near(context.graph.find_label(from->label->text)).edges;
}

}  // namespace

bool count_from_statistics(Plan& plan, const PlanContext& context) {
    if (context.statement_changes || changes_graph(plan)) return false;
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        const auto* aggregate = std::get_if<Aggregate>(&each.step);
        if (aggregate == nullptr || !aggregate->keys.empty() ||
            !std::all_of(aggregate->aggregations.begin(), aggregate->aggregations.end(), counts_rows))
            return;
        const auto rows = rows_of(each.inputs[0], context);
        if (!rows) return;
        Project project;
        for (const auto& aggregation : aggregate->aggregations) {
            const grammar::IntegerLiteral number{static_cast<std::int64_t>(*rows)};
            project.items.emplace_back(aggregation.column, grammar::Expression{number, aggregation.span});
        }
        Plan none(Argument{}, {});
        each = over(std::move(none), std::move(project));
        changed = true;
    });
    return changed;
}

}  // namespace hearsay::engine
