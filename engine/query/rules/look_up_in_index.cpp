#include "engine/query/rules/facts/estimates.hpp"
#include "engine/query/rules/facts/filtered_scan.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

bool look_up_in_index(Plan& plan, const PlanContext& context) {
    return replace_below_filters(
        plan, [&](const Plan& input, const Predicates& predicates) -> std::optional<Replacement> {
            const auto* scan = std::get_if<LabelScan>(&input.step);
            if (scan == nullptr) return std::nullopt;
            const Layout& known = input.inputs[0].columns;
            const auto best = fewest_rows(predicates, [&](const auto& each) -> std::optional<double> {
                const auto equality = property_equality(each, scan->variable);
                if (!equality || !reads_only(*equality->value, known)) return std::nullopt;
                return vertices_found(scan->label, *equality, context);
            });
            if (!best) return std::nullopt;
            const auto equality = property_equality(predicates[*best], scan->variable);
            return Replacement{
                IndexLookup{scan->variable, scan->label, *equality->key, *equality->value,
                            index_name(graphs::IndexKind::Range, scan->label, *equality->key, context)},
                {*best}};
        });
}

}  // namespace hearsay::engine
