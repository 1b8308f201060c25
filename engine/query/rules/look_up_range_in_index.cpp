#include <algorithm>

#include "engine/query/rules/estimates.hpp"
#include "engine/query/rules/rules.hpp"
#include "engine/query/walk.hpp"

namespace hearsay::engine {

namespace {

// Of a wider range the vertices are found faster by a look at all of them.
constexpr double widest = 0.25;

bool is_known(const grammar::Expression& expression, const Layout& columns) {
    const auto reads = variables_read(expression);
    return std::all_of(reads.begin(), reads.end(),
                       [&columns](const auto& name) { return has_column(columns, name); });
}

}  // namespace

bool look_up_range_in_index(Plan& plan, const PlanContext& context) {
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        auto* filter = std::get_if<Filter>(&each.step);
        if (filter == nullptr) return;
        auto* scan = std::get_if<LabelScan>(&each.inputs[0].step);
        if (scan == nullptr) return;
        const LabelScan old = *scan;
        const Layout& before = each.inputs[0].inputs[0].columns;
        auto& predicates = filter->predicates;
        // The first bound chooses the property; a bound on its other side comes with it.
        std::optional<RangeLookup> lookup;
        std::vector<std::size_t> used;
        for (std::size_t i = 0; i < predicates.size(); ++i) {
            const auto bound = property_bound(predicates[i], old.variable);
            if (!bound || !is_known(*bound->value, before)) continue;
            if (!lookup) {
                std::string index = index_name(graphs::IndexKind::Range, old.label, *bound->key, context);
                if (index.empty()) continue;
                lookup.emplace();
                lookup->variable = old.variable;
                lookup->label = old.label;
                lookup->key = *bound->key;
                lookup->index = std::move(index);
            }
            auto& side = bound->is_low ? lookup->low : lookup->high;
            if (side || bound->key->text != lookup->key.text) continue;
            side = RangeLookup::Bound{*bound->value, bound->included};
            used.push_back(i);
        }
        if (!lookup || vertices_between(*lookup, context) > widest * vertices_with(old.label, context))
            return;
        each.inputs[0].step = std::move(*lookup);
        for (std::size_t i = used.size(); i-- > 0;)
            predicates.erase(predicates.begin() + static_cast<std::ptrdiff_t>(used[i]));
        if (predicates.empty()) {
            Plan input = std::move(each.inputs[0]);
            each = std::move(input);
        }
        changed = true;
    });
    return changed;
}

}  // namespace hearsay::engine
