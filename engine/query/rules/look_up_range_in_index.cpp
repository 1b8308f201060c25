#include "engine/query/rules/facts/estimates.hpp"
#include "engine/query/rules/facts/filtered_scan.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

bool look_up_range_in_index(Plan& plan, const PlanContext& context) {
    return replace_below_filters(
        plan, [&](const Plan& input, const Predicates& predicates) -> std::optional<Replacement> {
            const auto* scan = std::get_if<LabelScan>(&input.step);
            if (scan == nullptr) return std::nullopt;
            const Layout& known = input.inputs[0].columns;
            // The first bound chooses the property; a bound on its other side comes with it.
            std::optional<RangeLookup> lookup;
            std::vector<std::size_t> covered;
            for (std::size_t i = 0; i < predicates.size(); ++i) {
                const auto bound = property_bound(predicates[i], scan->variable);
                if (!bound || !reads_only(*bound->value, known)) continue;
                if (!lookup) {
                    std::string index =
                        index_name(graphs::IndexKind::Range, scan->label, *bound->key, context);
                    if (index.empty()) continue;
                    lookup.emplace();
                    lookup->variable = scan->variable;
                    lookup->label = scan->label;
                    lookup->key = *bound->key;
                    lookup->index = std::move(index);
                }
                auto& side = bound->is_low ? lookup->low : lookup->high;
                if (side || bound->key->text != lookup->key.text) continue;
                side = RangeLookup::Bound{*bound->value, bound->included};
                covered.push_back(i);
            }
            if (!lookup ||
                vertices_between(*lookup, context) > widest_range * vertices_with(scan->label, context))
                return std::nullopt;
            return Replacement{std::move(*lookup), std::move(covered)};
        });
}

}  // namespace hearsay::engine
