#include "engine/query/rules/rules.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

bool move_filters_into_patterns(Plan& plan, const PlanContext&) {
    bool changed = false;
    for_each_plan(plan, [&changed](Plan& each) {
        auto* filter = std::get_if<Filter>(&each.step);
        if (filter == nullptr) return;
        auto* pattern = std::get_if<MatchPattern>(&each.inputs[0].step);
        if (pattern == nullptr) return;
        for (const auto& predicate : filter->predicates) split_conjunction(predicate, pattern->predicates);
        Plan input = std::move(each.inputs[0]);
        each = std::move(input);
        changed = true;
    });
    return changed;
}

}  // namespace hearsay::engine
