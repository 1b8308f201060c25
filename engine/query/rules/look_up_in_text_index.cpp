#include <algorithm>

#include "engine/query/rules/estimates.hpp"
#include "engine/query/rules/rules.hpp"
#include "engine/query/walk.hpp"

namespace hearsay::engine {

bool look_up_in_text_index(Plan& plan, const PlanContext& context) {
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
            const auto search = text_search(*at, old.variable);
            if (!search || !indexes_texts(old.label, *search->key, context)) continue;
            const auto reads = variables_read(*search->part);
            const bool known = std::all_of(reads.begin(), reads.end(),
                                           [&before](const auto& name) { return has_column(before, name); });
            if (!known) continue;
            const double rows = texts_found(old.label, *search, context);
            if (best == predicates.end() || rows < best_rows) {
                best = at;
                best_rows = rows;
            }
        }
        if (best == predicates.end()) return;
        const auto search = text_search(*best, old.variable);
        TextLookup lookup{
            old.variable,  old.label,
            *search->key,  search->test,
            *search->part, index_name(graphs::IndexKind::Text, old.label, *search->key, context)};
        each.inputs[0].step = std::move(lookup);
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
