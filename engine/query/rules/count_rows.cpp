// count(r), where a MATCH has bound r, is never null and so counts every row: count(*).
#include <algorithm>

#include "engine/query/rules/facts/above.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

namespace {

bool binds(const MatchPattern& pattern, const std::string& name) {
    return std::find(pattern.nodes.begin(), pattern.nodes.end(), name) != pattern.nodes.end() ||
           std::any_of(pattern.edges.begin(), pattern.edges.end(),
                       [&name](const PatternEdge& edge) { return edge.variable == name; }) ||
           std::any_of(pattern.paths.begin(), pattern.paths.end(),
                       [&name](const BuildPath& path) { return path.variable == name; });
}

// Does a pattern below give the name its value, in every row?
bool never_null(const Plan& plan, const std::string& name) {
    for (const Plan* at = &plan;; at = &at->inputs[0]) {
        if (const auto* pattern = std::get_if<MatchPattern>(&at->step)) {
            if (binds(*pattern, name) && !has_column(at->inputs[0].columns, name)) return true;
        } else if (!takes_row_by_row(at->step) || std::holds_alternative<Project>(at->step)) {
            return false;  // below a projection the name may be another's
        }
    }
}

}  // namespace

bool count_rows(Plan& plan, const PlanContext&) {
    bool changed = false;
    for_each_plan(plan, [&changed](Plan& each) {
        auto* aggregate = std::get_if<Aggregate>(&each.step);
        if (aggregate == nullptr) return;
        for (auto& aggregation : aggregate->aggregations) {
            if (aggregation.distinct || aggregation.arguments.size() != 1) continue;
            Aggregation rows = aggregation;
            rows.arguments.clear();
            const auto* leaf = std::get_if<grammar::Variable>(&aggregation.arguments[0].node);
            if (leaf == nullptr || !counts_rows(rows) || !never_null(each.inputs[0], leaf->name)) continue;
            aggregation = std::move(rows);
            changed = true;
        }
    });
    return changed;
}

}  // namespace hearsay::engine
