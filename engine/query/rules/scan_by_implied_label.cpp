// MATCH (s)-[:REPORTED_IN]->(a): where every edge of the type begins at a vertex with one label, as the
// graph's counts say, only the vertices with the label are listed. That holds for the graph as it is now.
#include "engine/query/rules/facts/walk_statistics.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

namespace {

// The walk of a step that drops the rows from which it finds no edge.
const Walk* walk_of(const Step& step) {
    if (const auto* expand = std::get_if<Expand>(&step)) return &expand->walk;
    const auto* count = std::get_if<CountEdges>(&step);
    return count != nullptr && !count->none ? &count->walk : nullptr;
}

}  // namespace

bool scan_by_implied_label(Plan& plan, const PlanContext& context) {
    if (context.statement_changes || changes_graph(plan)) return false;
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        const Walk* walk = walk_of(each.step);
        if (walk == nullptr) return;
        Plan* below = &each.inputs[0];
        while (std::holds_alternative<Filter>(below->step) || std::holds_alternative<CountEdges>(below->step))
            below = &below->inputs[0];
        const auto* scan = std::get_if<AllVertices>(&below->step);
        if (scan == nullptr || scan->variable != walk->from) return;
        const auto label = WalkStatistics(walk->types, walk->direction, context.graph).common_near();
        if (label.is_none()) return;
        below->step = LabelScan{scan->variable, {std::string(context.graph.name(label)), {}}};
        changed = true;
    });
    return changed;
}

}  // namespace hearsay::engine
