#include <algorithm>

#include "engine/query/rules/rules.hpp"
#include "engine/query/walk.hpp"

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
           std::holds_alternative<IndexLookup>(step) || std::holds_alternative<Expand>(step) ||
           std::holds_alternative<VariableExpand>(step) || std::holds_alternative<FollowEdges>(step) ||
           std::holds_alternative<ShortestPath>(step) || std::holds_alternative<BuildPath>(step) ||
           std::holds_alternative<UnwindList>(step) || std::holds_alternative<Optional>(step) ||
           std::holds_alternative<Sort>(step) || std::holds_alternative<Distinct>(step);
}

// A projection that hands the column on under its own name.
bool hands_on(const Project& project, const std::string& name) {
    return std::any_of(project.items.begin(), project.items.end(), [&name](const NamedExpression& item) {
        const auto* leaf = std::get_if<Variable>(&item.second.node);
        return item.first == name && leaf != nullptr && leaf->name == name;
    });
}

bool can_go_below(const Plan& plan, const Names& reads) {
    const auto* project = std::get_if<Project>(&plan.step);
    if (project == nullptr && !only_adds(plan.step)) return false;
    return std::all_of(reads.begin(), reads.end(), [&](const std::string& name) {
        return has_column(plan.inputs[0].columns, name) && (project == nullptr || hands_on(*project, name));
    });
}

// `reads`: those columns of the filter that the predicate reads.
void place(Plan& plan, const Expression& predicate, const Names& reads) {
    if (can_go_below(plan, reads)) {
        place(plan.inputs[0], predicate, reads);
        return;
    }
    if (auto* filter = std::get_if<Filter>(&plan.step)) {
        if (can_go_below(plan.inputs[0], reads)) {
            place(plan.inputs[0], predicate, reads);
            return;
        }
        // What needs a plan of its own comes after what does not.
        auto& others = filter->predicates;
        auto at = others.end();
        if (!others.empty() && has_subquery(others.back()) && !has_subquery(predicate))
            at = std::find_if(others.begin(), others.end(), has_subquery);
        others.insert(at, predicate);
        return;
    }
    Plan below = std::move(plan);
    plan = over(std::move(below), Filter{{predicate}});
}

void push(Plan& plan) {
    if (auto* filter = std::get_if<Filter>(&plan.step)) {
        std::vector<Expression> stay;
        Plan input = std::move(plan.inputs[0]);
        for (const auto& whole : filter->predicates) {
            std::vector<Expression> parts;
            split_conjunction(whole, parts);
            for (auto& part : parts) {
                if (calls(part, "rand")) {
                    stay.push_back(std::move(part));
                    continue;
                }
                Names reads;
                for (const auto& name : variables_read(part)) {
                    if (has_column(input.columns, name)) reads.insert(name);
                }
                place(input, part, reads);
            }
        }
        plan = stay.empty() ? std::move(input) : over(std::move(input), Filter{std::move(stay)});
        if (!stay.empty()) return push(plan.inputs[0]);
    }
    for (auto& input : plan.inputs) push(input);
}

}  // namespace

bool push_filters_down(Plan& plan, const PlanContext&) {
    bool any = false;
    for_each_plan(plan, [&any](Plan& each) { any = any || std::holds_alternative<Filter>(each.step); });
    if (any) push(plan);
    return any;
}

}  // namespace hearsay::engine
