// A walk of any length to ends that must pass a test tries every walk, though perhaps no such end can be
// reached from where it is. So it is told of the tests that any vertex can be put to: of labels, and of
// properties beside known values, which cannot fail with an error. The filter stays: the operator may, but
// need not look where the ends are.
#include <algorithm>
#include <iterator>

#include "engine/query/rules/facts/estimates.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

namespace {

bool is_test_of(const grammar::Expression& predicate, const std::string& end, const PlanContext& context) {
    if (label_test(predicate, end) != nullptr) return true;
    if (const auto equality = property_equality(predicate, end))
        return known_value(*equality->value, context).has_value();
    if (const auto bound = property_bound(predicate, end))
        return known_value(*bound->value, context).has_value();
    return false;
}

}  // namespace

bool guide_walks(Plan& plan, const PlanContext& context) {
    // What a statement deletes has neither labels nor properties, which is an error where it is asked for.
    if (context.statement_changes || changes_graph(plan)) return false;
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        const auto* filter = std::get_if<Filter>(&each.step);
        auto* expand = filter != nullptr ? std::get_if<VariableExpand>(&each.inputs[0].step) : nullptr;
        if (expand == nullptr || expand->walk.to_bound || expand->ends != Ends::OfEveryWalk) return;
        std::copy_if(filter->predicates.begin(), filter->predicates.end(),
                     std::back_inserter(expand->end_tests),
                     [&](const auto& predicate) { return is_test_of(predicate, expand->walk.to, context); });
        changed = changed || !expand->end_tests.empty();
    });
    return changed;
}

}  // namespace hearsay::engine
