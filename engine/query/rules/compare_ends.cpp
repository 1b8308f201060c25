// WHERE a.id < b.id right above the step that finds b: compared as the edges are read, before there is a row.
#include <algorithm>

#include "engine/query/plan/end_comparison.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

bool compare_ends(Plan& plan, const PlanContext& context) {
    // What a statement deletes has no properties to compare, which is an error where there is a row.
    if (context.statement_changes || changes_graph(plan)) return false;
    bool changed = false;
    for_each_plan(plan, [&changed](Plan& each) {
        auto* filter = std::get_if<Filter>(&each.step);
        auto* expand = filter != nullptr ? std::get_if<Expand>(&each.inputs[0].step) : nullptr;
        if (expand == nullptr || expand->walk.to_bound || expand->test) return;
        const Layout& input = each.inputs[0].inputs[0].columns;
        auto& predicates = filter->predicates;
        const auto found = std::find_if(predicates.begin(), predicates.end(), [&](const auto& predicate) {
            return end_comparison(predicate, expand->walk.to, input).has_value();
        });
        if (found == predicates.end()) return;
        expand->test = std::move(*found);
        predicates.erase(found);
        if (predicates.empty()) {
            Plan below = std::move(each.inputs[0]);
            each = std::move(below);
        }
        changed = true;
    });
    return changed;
}

}  // namespace hearsay::engine
