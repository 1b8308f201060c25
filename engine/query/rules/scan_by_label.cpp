#include "engine/query/rules/estimates.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

bool scan_by_label(Plan& plan, const PlanContext& context) {
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        auto* filter = std::get_if<Filter>(&each.step);
        if (filter == nullptr) return;
        auto* scan = std::get_if<AllVertices>(&each.inputs[0].step);
        if (scan == nullptr) return;
        const std::string variable = scan->variable;
        auto& predicates = filter->predicates;
        auto best = predicates.end();
        for (auto at = predicates.begin(); at != predicates.end(); ++at) {
            const auto* label = label_test(*at, variable);
            if (label == nullptr) continue;
            if (best == predicates.end() ||
                vertices_with(*label, context) < vertices_with(*label_test(*best, variable), context)) {
                best = at;
            }
        }
        if (best == predicates.end()) return;
        each.inputs[0].step = LabelScan{variable, *label_test(*best, variable)};
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
