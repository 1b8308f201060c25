#include <algorithm>

#include "engine/query/rules/rules.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

bool calls(const Expression& expression, std::string_view function) {
    const auto* call = std::get_if<FunctionCall>(&expression.node);
    if (call != nullptr && call->name.text == function) return true;
    bool found = false;
    for_each_child(expression, [&](const Expression& child) { found = found || calls(child, function); });
    return found;
}

// A step that gives each of its input's rows any number of times, perhaps with more columns: a filter on the
// input's columns alone can as well come before it.
bool only_adds(const Step& step) {
    return std::holds_alternative<AllVertices>(step) || std::holds_alternative<LabelScan>(step) ||
           std::holds_alternative<IndexLookup>(step) || std::holds_alternative<TextLookup>(step) ||
           std::holds_alternative<RangeLookup>(step) || std::holds_alternative<Expand>(step) ||
           std::holds_alternative<CountEdges>(step) || std::holds_alternative<VariableExpand>(step) ||
           std::holds_alternative<FollowEdges>(step) || std::holds_alternative<ShortestPath>(step) ||
           std::holds_alternative<BuildPath>(step) || std::holds_alternative<UnwindList>(step) ||
           std::holds_alternative<Optional>(step) || std::holds_alternative<Sort>(step) ||
           std::holds_alternative<Distinct>(step);
}

// A projection that hands the column on under its own name.
bool hands_on(const Project& project, const std::string& name) {
    return std::any_of(project.items.begin(), project.items.end(), [&name](const NamedExpression& item) {
        const auto* leaf = std::get_if<Variable>(&item.second.node);
        return item.first == name && leaf != nullptr && leaf->name == name;
    });
}

// A column that a predicate reads, and where it stands at the top: mostly it stands there all the way down,
// where finding it by name at each of a thousand steps would take long.
struct Read {
    std::string name;
    std::size_t index = 0;
};
using Reads = std::vector<Read>;

bool holds(const Layout& columns, const Read& read) {
    return (read.index < columns.size() && columns[read.index] == read.name) ||
           has_column(columns, read.name);
}

bool can_go_below(const Plan& plan, const Reads& reads) {
    const auto* project = std::get_if<Project>(&plan.step);
    if (project == nullptr && !only_adds(plan.step)) return false;
    return std::all_of(reads.begin(), reads.end(), [&](const Read& read) {
        return holds(plan.inputs[0].columns, read) && (project == nullptr || hands_on(*project, read.name));
    });
}

// `reads`: those columns of the filter that the predicate reads.
void place(Plan& plan, const Expression& predicate, const Reads& reads) {
    Plan* at = &plan;
    const auto below_filter = [&] {
        return std::holds_alternative<Filter>(at->step) && can_go_below(at->inputs[0], reads);
    };
    while (can_go_below(*at, reads) || below_filter()) at = &at->inputs[0];
    auto* filter = std::get_if<Filter>(&at->step);
    if (filter == nullptr) {
        Plan below = std::move(*at);
        *at = over(std::move(below), Filter{{predicate}});
        return;
    }
    // What needs a plan of its own comes after what does not.
    auto& others = filter->predicates;
    auto before = others.end();
    if (!others.empty() && has_subquery(others.back()) && !has_subquery(predicate))
        before = std::find_if(others.begin(), others.end(), has_subquery);
    others.insert(before, predicate);
}

// Places the predicates of the filter that stands at `plan`; those that cannot go down stay.
void push_predicates(Plan& plan, const PlanContext& context) {
    auto& filter = std::get<Filter>(plan.step);
    std::vector<Expression> stay;
    Plan input = std::move(plan.inputs[0]);
    for (const auto& whole : filter.predicates) {
        context.check();
        std::vector<Expression> parts;
        split_conjunction(whole, parts);
        for (auto& part : parts) {
            if (calls(part, "rand")) {
                stay.push_back(std::move(part));
                continue;
            }
            Reads reads;
            for (const auto& name : variables_read(part)) {
                const auto found = std::find(input.columns.begin(), input.columns.end(), name);
                if (found != input.columns.end())
                    reads.push_back({name, static_cast<std::size_t>(found - input.columns.begin())});
            }
            place(input, part, reads);
        }
    }
    plan = stay.empty() ? std::move(input) : over(std::move(input), Filter{std::move(stay)});
}

void push(Plan& top, const PlanContext& context) {
    for (Plan* plan = &top;; plan = &plan->inputs[0]) {
        if (std::holds_alternative<Filter>(plan->step)) push_predicates(*plan, context);
        for (std::size_t i = 1; i < plan->inputs.size(); ++i) push(plan->inputs[i], context);
        if (plan->inputs.empty()) return;
    }
}

}  // namespace

bool push_filters_down(Plan& plan, const PlanContext& context) {
    bool any = false;
    for_each_plan(plan, [&any](Plan& each) { any = any || std::holds_alternative<Filter>(each.step); });
    if (any) push(plan, context);
    return any;
}

}  // namespace hearsay::engine
