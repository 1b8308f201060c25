#include "engine/query/rules/facts/estimates.hpp"
#include "engine/query/rules/facts/filtered_scan.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

namespace {

// The lookup that does for the predicate, and how many rows to expect; none where there is no index for it.
struct Found {
    TextLookup lookup;
    double rows;
};
std::optional<Found> lookup_for(const grammar::Expression& predicate, const LabelScan& scan,
                                const Layout& known, const PlanContext& context) {
    using graphs::IndexKind;
    const auto search = text_search(predicate, scan.variable);
    if (!search || !reads_only(*search->part, known)) return std::nullopt;
    TextLookup lookup{scan.variable, scan.label, *search->key, search->test, *search->part, ""};
    // Texts that begin alike stand together in an index of values in order.
    if (search->test == graphs::TextPredicate::StartsWith) {
        lookup.index = index_name(IndexKind::Range, scan.label, *search->key, context);
        lookup.in_order = !lookup.index.empty();
        const double rows = lookup.in_order ? texts_found(lookup, context) : 0;
        if (lookup.in_order && rows <= widest_range * vertices_with(scan.label, context))
            return Found{std::move(lookup), rows};
    }
    if (!indexes_texts(scan.label, *search->key, context)) return std::nullopt;
    lookup.in_order = false;
    lookup.index = index_name(IndexKind::Text, scan.label, *search->key, context);
    const double rows = texts_found(lookup, context);
    return Found{std::move(lookup), rows};
}

}  // namespace

bool look_up_in_text_index(Plan& plan, const PlanContext& context) {
    return replace_below_filters(
        plan, [&](const Plan& input, const Predicates& predicates) -> std::optional<Replacement> {
            const auto* scan = std::get_if<LabelScan>(&input.step);
            if (scan == nullptr) return std::nullopt;
            const Layout& known = input.inputs[0].columns;
            const auto best = fewest_rows(predicates, [&](const auto& each) -> std::optional<double> {
                const auto found = lookup_for(each, *scan, known, context);
                if (!found) return std::nullopt;
                return found->rows;
            });
            if (!best) return std::nullopt;
            return Replacement{lookup_for(predicates[*best], *scan, known, context)->lookup, {*best}};
        });
}

}  // namespace hearsay::engine
