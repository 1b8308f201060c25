#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

std::span<const Rule> all_rules() {
    static constexpr Rule rules[] = {
        {"move filters into patterns", move_filters_into_patterns},
        {"lay out patterns", lay_out_patterns},
        {"push filters down", push_filters_down},
        {"scan by label", scan_by_label},
        {"look up in index", look_up_in_index},
        {"drop empty projections", drop_empty_projections},
        {"sort only the first", sort_only_the_first},
        {"reach ends once", reach_ends_once},
        {"drop unread columns", drop_unread_columns},
        {"estimate rows", estimate_rows},
    };
    return rules;
}

void apply_rules(Plan& plan, const PlanContext& context) {
    for (const Rule& rule : all_rules()) {
        context.check();
        if (rule.apply(plan, context)) refresh_columns(plan);
    }
}

}  // namespace hearsay::engine
