// Walks of which only the ends count. With `least` 0 or 1, the ends of the walks that repeat no edge are the
// vertices that a breadth-first search finds, of as many levels as `most` says. Let E be the edges that the
// walks may take: the types, the direction and the properties choose them, and the edges that the MATCH has
// taken elsewhere are left out. For one row E is fixed. For the start s and an end x:
//
// - x is not s. A walk within E of at most `most` edges leads to x if and only if the search finds x in one
// of
//   its levels 1 to `most`. The shortest of these walks visits no vertex twice, so it takes no edge twice,
//   and it has at least one edge, so that `least` is no bar.
// - x is s and `least` is 0: the walk of no edge.
// - x is s, `least` is 1, and each edge can be walked one way only. The shortest walk of at least one edge
//   back to s visits no vertex twice but s, so it takes no edge twice: an edge taken twice would be left from
//   the same vertex both times. The search finds s if it does not take s for found when it begins.
//
// - x is s, `least` is 1, and edges can be walked both ways: s - a - s would take one edge twice, so the
// search
//   does not take s for found, and another one looks for a circle (operators/walks/return_search). It gives
//   every vertex v but s a depth d(v) and, as its branch, the edge at s with which its way in the tree of the
//   search begins. An edge outside of the tree between u and v of different branches closes a circle of d(u)
//   + d(v) + 1 edges: the two ways in the tree share nothing but s. So do a loop at s, of 1 edge, and a
//   second edge between s and a, of 2. Every shortest circle s, c1, ..., c(L-1), s has such an edge, and what
//   it closes is no longer: if it has more than 2 edges and none of them is a second edge from s to the same
//   vertex, the branches of c1 and c(L-1) are its first and its last edge, and differ; so they differ between
//   some ci and c(i+1), whose edge is not of the tree, and d(ci) + d(c(i+1)) + 1 <= i + (L - i - 1) + 1 = L.
//
// A `least` of 2 or more asks for longer walks than the shortest. Such walks are left as they are.
//
// Every end is then given once for a row, which is right only if nothing above counts rows: up to a DISTINCT,
// or an aggregation of distinct values, min or max, steps may only make of each row what they make of any
// like it. And nobody may read the walks themselves.
//
// Nor does it count rows to ask whether there are any (PlanContext::only_whether).
//
// If moreover nobody reads any column that the rows begin with, and no start has to be looked at on its own
// (the last case above), all rows are one: the search begins at all starts at once and gives every end once.
// It finds x if and only if it finds x from one of the starts: the level of a vertex is the least of its
// levels from each start, and x is found from a vertex of a level less than `most`. A DISTINCT of the ends
// alone, or of what comes with them, then has nothing left to do.
#include <algorithm>

#include "engine/query/rules/facts/above.hpp"
#include "engine/query/rules/rules.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// Does it give the same for the same row each time?
bool is_steady(const Expression& expression) {
    return !varies(expression);
}

bool all_steady(const std::vector<Expression>& expressions) {
    return std::all_of(expressions.begin(), expressions.end(), is_steady);
}

bool is_any_of(std::string_view name, std::initializer_list<std::string_view> lower_case) {
    return std::any_of(lower_case.begin(), lower_case.end(),
                       [name](std::string_view each) { return is_called(name, each); });
}

bool ignores_repetition(const Aggregation& aggregation) {
    return aggregation.arguments.size() == 1 && aggregation.weights.empty() &&
           (aggregation.distinct || is_any_of(aggregation.function, {"min", "max"})) &&
           is_steady(aggregation.arguments[0]);
}

// Does the step make the same of a set of rows, however often each comes? `above`: rows may come more or less
// often than they do, above.
struct MayRepeat {
    bool above;

    bool operator()(const Distinct&) const { return true; }
    bool operator()(const Aggregate& step) const {
        return std::all_of(step.aggregations.begin(), step.aggregations.end(), ignores_repetition) &&
               std::all_of(step.keys.begin(), step.keys.end(),
                           [](const NamedExpression& key) { return is_steady(key.second); });
    }
    bool operator()(const Filter& step) const { return above && all_steady(step.predicates); }
    bool operator()(const Project& step) const {
        return above && std::all_of(step.items.begin(), step.items.end(),
                                    [](const NamedExpression& item) { return is_steady(item.second); });
    }
    bool operator()(const IndexLookup& step) const { return above && is_steady(step.value); }
    bool operator()(const UnwindList& step) const { return above && is_steady(step.list); }
    bool operator()(const VariableExpand& step) const {
        return above && std::all_of(step.properties.begin(), step.properties.end(),
                                    [](const auto& property) { return is_steady(property.second); });
    }
    bool operator()(const ShortestPath& step) const {
        return (*this)(step.expand) && all_steady(step.predicates);
    }
    bool operator()(const AllVertices&) const { return above; }
    bool operator()(const LabelScan&) const { return above; }
    bool operator()(const Expand&) const { return above; }
    bool operator()(const CountEdges&) const { return above; }
    bool operator()(const FollowEdges&) const { return above; }
    bool operator()(const BuildPath&) const { return above; }
    bool operator()(const Concatenate&) const { return above; }
    bool operator()(const Optional&) const { return above; }
    bool operator()(const Sort&) const { return above; }
    template <class Other>
    bool operator()(const Other&) const {
        return false;
    }
};

bool is_unread(const Plan& plan, std::size_t column) {
    return column < plan.unread.size() && plan.unread[column];
}

// What the walks of the step may become.
Ends ends_of(const Plan& plan, const VariableExpand& step) {
    const std::size_t given = plan.inputs[0].columns.size();
    const bool walks_read = !step.walk.edge.empty() && !is_unread(plan, given);
    if (step.least > 1 || walks_read) return Ends::OfEveryWalk;
    const bool start_apart = step.least == 1 && step.walk.direction == Direction::Either;
    bool together =
        !start_apart && !step.walk.to_bound && step.walk.unlike.empty() && step.properties.empty();
    for (std::size_t i = 0; i < given; ++i) together = together && is_unread(plan, i);
    return together ? Ends::Once : Ends::OnceForARow;
}

class Marker {
  public:
    bool changed = false;

    void visit(Plan& plan, bool above) {
        const bool below = std::visit(MayRepeat{above}, plan.step);
        if (auto* step = std::get_if<VariableExpand>(&plan.step); step != nullptr && below) {
            step->ends = ends_of(plan, *step);
            changed = changed || step->ends != Ends::OfEveryWalk;
        }
        for (auto& input : plan.inputs) visit(input, below);
    }
};

// The column of the ends that the plan gives once each, if it gives nothing else that matters: the ends of
// all starts, perhaps filtered or under another name. Else nullptr.
const std::string* unique_column(const Plan& plan, std::string& name) {
    if (const auto* step = std::get_if<VariableExpand>(&plan.step)) {
        if (step->ends != Ends::Once) return nullptr;
        name = step->walk.to;
        return &name;
    }
    if (std::holds_alternative<Filter>(plan.step)) return unique_column(plan.inputs[0], name);
    const auto* project = std::get_if<Project>(&plan.step);
    if (project == nullptr || unique_column(plan.inputs[0], name) == nullptr) return nullptr;
    for (const auto& [column, item] : project->items) {
        const auto* leaf = std::get_if<Variable>(&item.node);
        if (leaf == nullptr || leaf->name != name) continue;
        name = column;
        return &name;
    }
    return nullptr;
}

// Nothing is left to do for a DISTINCT where each row has an end that no other row has.
void drop_distinct(Plan& plan) {
    for (auto& input : plan.inputs) drop_distinct(input);
    std::string name;
    if (std::holds_alternative<Distinct>(plan.step) && unique_column(plan.inputs[0], name) != nullptr) {
        Plan input = std::move(plan.inputs[0]);
        plan = std::move(input);
        return;
    }
    auto* aggregate = std::get_if<Aggregate>(&plan.step);
    if (aggregate == nullptr || unique_column(plan.inputs[0], name) == nullptr) return;
    for (auto& aggregation : aggregate->aggregations) {
        if (!aggregation.distinct || !is_any_of(aggregation.function, {"count"})) continue;
        const auto* leaf = std::get_if<Variable>(&aggregation.arguments[0].node);
        if (leaf == nullptr || leaf->name != name) continue;
        aggregation.distinct = false;
        aggregation.arguments.clear();  // no end is null: count(*)
    }
}

}  // namespace

bool reach_ends_once(Plan& plan, const PlanContext& context) {
    bool any = false;
    for_each_plan(
        plan, [&any](const Plan& each) { any = any || std::holds_alternative<VariableExpand>(each.step); });
    if (!any) return false;
    drop_unread_columns(plan, context);  // says what is read
    Marker marker;
    marker.visit(plan, context.only_whether);
    if (marker.changed) drop_distinct(plan);
    return marker.changed;
}

}  // namespace hearsay::engine
