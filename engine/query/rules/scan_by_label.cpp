#include "engine/query/rules/facts/estimates.hpp"
#include "engine/query/rules/facts/filtered_scan.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

bool scan_by_label(Plan& plan, const PlanContext& context) {
    return replace_below_filters(
        plan, [&](const Plan& input, const Predicates& predicates) -> std::optional<Replacement> {
            const auto* scan = std::get_if<AllVertices>(&input.step);
            if (scan == nullptr) return std::nullopt;
            const auto best = fewest_rows(predicates, [&](const auto& each) -> std::optional<double> {
                const auto* label = label_test(each, scan->variable);
                if (label == nullptr) return std::nullopt;
                return vertices_with(*label, context);
            });
            if (!best) return std::nullopt;
            return Replacement{LabelScan{scan->variable, *label_test(predicates[*best], scan->variable)},
                               {*best}};
        });
}

}  // namespace hearsay::engine
