#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

std::span<const Rule> all_rules() {
    static constexpr Rule rules[] = {
        {"count rows", count_rows},
        {"move filters into patterns", move_filters_into_patterns},
        {"bound walks", bound_walks},
        {"lay out patterns", lay_out_patterns},
        {"push filters down", push_filters_down},
        {"scan by label", scan_by_label},
        {"look up in index", look_up_in_index},
        {"look up in text index", look_up_in_text_index},
        {"look up range in index", look_up_range_in_index},
        {"drop implied labels", drop_implied_labels},
        {"answer EXISTS by degree", answer_exists_by_degree},
        {"scan by implied label", scan_by_implied_label},
        {"count from statistics", count_from_statistics},
        {"count edges", count_edges},
        {"drop empty projections", drop_empty_projections},
        {"sort only the first", sort_only_the_first},
        {"walk in order", walk_in_order},
        {"reach ends once", reach_ends_once},
        {"guide walks", guide_walks},
        {"compare ends", compare_ends},
        {"drop unread columns", drop_unread_columns},
        {"estimate rows", estimate_rows},
    };
    return rules;
}

void apply_rules(Plan& plan, const PlanContext& context) {
    for (const Rule& rule : all_rules()) {
        context.check();
        if (context.left_out != nullptr && context.left_out->contains(rule.name)) continue;
        if (rule.apply(plan, context)) refresh_columns(plan);
    }
}

}  // namespace hearsay::engine
