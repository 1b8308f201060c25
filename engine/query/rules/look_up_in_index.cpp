#include <algorithm>

#include "engine/query/rules/estimates.hpp"
#include "engine/query/rules/rules.hpp"
#include "engine/query/walk.hpp"

namespace hearsay::engine {

bool look_up_in_index(Plan& plan, const PlanContext& context) {
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        auto* filter = std::get_if<Filter>(&each.step);
        if (filter == nullptr) return;
        auto* scan = std::get_if<LabelScan>(&each.inputs[0].step);
        if (scan == nullptr) return;
        const LabelScan old = *scan;
        const Layout& before = each.inputs[0].inputs[0].columns;
        auto& predicates = filter->predicates;
        auto best = predicates.end();
        double best_rows = 0;
        for (auto at = predicates.begin(); at != predicates.end(); ++at) {
            const auto equality = property_equality(*at, old.variable);
            if (!equality) continue;
            const auto reads = variables_read(*equality->value);
            const bool known = std::all_of(reads.begin(), reads.end(),
                                           [&before](const auto& name) { return has_column(before, name); });
            if (!known) continue;
            const double rows = vertices_found(old.label, *equality, context);
            if (best == predicates.end() || rows < best_rows) {
                best = at;
                best_rows = rows;
            }
        }
        if (best == predicates.end()) return;
        const auto equality = property_equality(*best, old.variable);
        each.inputs[0].step =
            IndexLookup{old.variable, old.label, *equality->key, *equality->value,
                        index_name(graphs::IndexKind::Range, old.label, *equality->key, context)};
        predicates.erase(best);
        if (predicates.empty()) {
            Plan input = std::move(each.inputs[0]);
            each = std::move(input);
        }
        changed = true;
    });
    return changed;
}

}  // namespace hearsay::engine
