#include "engine/query/rules/facts/filtered_scan.hpp"

#include <algorithm>

#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

bool replace_below_filters(Plan& plan, const std::function<std::optional<Replacement>(
                                           const Plan& input, const Predicates& predicates)>& choose) {
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        auto* filter = std::get_if<Filter>(&each.step);
        if (filter == nullptr) return;
        auto chosen = choose(each.inputs[0], filter->predicates);
        if (!chosen) return;
        each.inputs[0].step = std::move(chosen->step);
        for (std::size_t i = chosen->covered.size(); i-- > 0;)
            filter->predicates.erase(filter->predicates.begin() +
                                     static_cast<std::ptrdiff_t>(chosen->covered[i]));
        if (filter->predicates.empty()) {
            Plan input = std::move(each.inputs[0]);
            each = std::move(input);
        }
        changed = true;
    });
    return changed;
}

bool reads_only(const grammar::Expression& expression, const Layout& columns) {
    const auto reads = variables_read(expression);
    return std::all_of(reads.begin(), reads.end(),
                       [&columns](const auto& name) { return has_column(columns, name); });
}

std::optional<std::size_t> fewest_rows(
    const Predicates& predicates,
    const std::function<std::optional<double>(const grammar::Expression& predicate)>& rows_of) {
    std::optional<std::size_t> best;
    double least = 0;
    for (std::size_t i = 0; i < predicates.size(); ++i) {
        const auto rows = rows_of(predicates[i]);
        if (!rows || (best && *rows >= least)) continue;
        best = i;
        least = *rows;
    }
    return best;
}

}  // namespace hearsay::engine
