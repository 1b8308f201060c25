// MATCH (a)-[:CLAIMS]->(s:Statement): where every edge of the type ends at a vertex with the label, as the
// graph's counts say, nothing is tested. That holds for the graph as it is now.
#include <algorithm>

#include "engine/query/rules/facts/above.hpp"
#include "engine/query/rules/facts/estimates.hpp"
#include "engine/query/rules/facts/walk_statistics.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

namespace {

bool ends_imply(const Walk& walk, const std::string& node, graphs::LabelId label,
                const PlanContext& context) {
    if (walk.from != node && walk.to != node) return false;
    const WalkStatistics edges(walk.types, walk.direction, context.graph);
    return (walk.from == node && edges.all_near(label)) || (walk.to == node && edges.all_far(label));
}

// Has every row of the plan walked an edge at the node whose end must have the label?
bool implied(const Plan& plan, const std::string& node, graphs::LabelId label, const PlanContext& context) {
    constexpr std::size_t most_looks = 100;  // down a long plan; the test that stays is no harm
    const Plan* at = &plan;
    for (std::size_t i = 0; i < most_looks && takes_row_by_row(at->step); ++i) {
        if (std::holds_alternative<Project>(at->step)) return false;  // the name may be another's below
        const auto* expand = std::get_if<Expand>(&at->step);
        if (expand != nullptr && ends_imply(expand->walk, node, label, context)) return true;
        const auto* longer = std::get_if<VariableExpand>(&at->step);
        if (longer != nullptr && longer->least > 0 && ends_imply(longer->walk, node, label, context))
            return true;
        at = &at->inputs[0];
    }
    return false;
}

}  // namespace

bool drop_implied_labels(Plan& plan, const PlanContext& context) {
    if (context.statement_changes || changes_graph(plan)) return false;
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        auto* filter = std::get_if<Filter>(&each.step);
        if (filter == nullptr) return;
        const std::size_t dropped =
            std::erase_if(filter->predicates, [&](const grammar::Expression& predicate) {
                const auto* test = std::get_if<grammar::HasLabels>(&predicate.node);
                if (test == nullptr || test->labels.empty()) return false;
                const auto* node = std::get_if<grammar::Variable>(&test->object->node);
                return node != nullptr &&
                       std::all_of(test->labels.begin(), test->labels.end(), [&](const auto& label) {
                           return implied(each.inputs[0], node->name, context.graph.find_label(label.text),
                                          context);
                       });
            });
        changed = changed || dropped > 0;
        if (!filter->predicates.empty()) return;
        Plan input = std::move(each.inputs[0]);
        each = std::move(input);
    });
    return changed;
}

}  // namespace hearsay::engine
