#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

bool sort_only_the_first(Plan& plan, const PlanContext&) {
    bool changed = false;
    for_each_plan(plan, [&changed](Plan& each) {
        auto* limit = std::get_if<Limit>(&each.step);
        if (limit == nullptr) return;
        auto* skip = std::get_if<Skip>(&each.inputs[0].step);
        Plan& below = skip != nullptr ? each.inputs[0].inputs[0] : each.inputs[0];
        auto* sort = std::get_if<Sort>(&below.step);
        if (sort == nullptr) return;
        TopK top{std::move(sort->items), std::nullopt, std::move(limit->count)};
        if (skip != nullptr) top.skip = std::move(skip->count);
        Plan input = std::move(below.inputs[0]);
        each = over(std::move(input), std::move(top));
        changed = true;
    });
    return changed;
}

}  // namespace hearsay::engine
