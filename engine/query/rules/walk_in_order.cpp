#include "engine/query/rules/facts/estimates.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// What the rows are sorted by, as it reads at some step: a column, or the property of what is in it.
struct SortedBy {
    std::string column;
    const Name* key = nullptr;

    // False: it is neither.
    bool follow(const Expression& expression) {
        const Expression* object = &expression;
        if (const auto* property = std::get_if<PropertyLookup>(&expression.node)) {
            if (key != nullptr) return false;
            key = &property->key;
            object = &*property->object;
        }
        const auto* variable = std::get_if<Variable>(&object->node);
        if (variable == nullptr) return false;
        column = variable->name;
        return true;
    }
    bool follow(const Project& project) {
        for (const auto& [name, expression] : project.items) {
            if (name == column) return follow(expression);
        }
        return false;
    }
};

std::optional<double> known_count(const Expression& count, const PlanContext& context) {
    const auto value = known_value(count, context);
    if (!value || value->kind() != graphs::Kind::Integer || value->integer() < 0) return std::nullopt;
    return static_cast<double>(value->integer());
}

// The listing of a label's vertices that all rows of the step come from, each at most once and in its order,
// with the sorting key as it reads there; nullptr if there is none. `passing`: the part of the rows that
// comes through the filters between.
LabelScan* listing_below(Plan& plan, SortedBy& by, double& passing, const PlanContext& context) {
    Plan* below = &plan.inputs[0];
    std::vector<const Expression*> predicates;
    for (;; below = &below->inputs[0]) {
        if (const auto* filter = std::get_if<Filter>(&below->step)) {
            for (const auto& predicate : filter->predicates) predicates.push_back(&predicate);
        } else if (const auto* project = std::get_if<Project>(&below->step)) {
            if (!by.follow(*project)) return nullptr;
        } else {
            break;
        }
    }
    auto* scan = std::get_if<LabelScan>(&below->step);
    if (scan == nullptr || scan->variable != by.column || by.key == nullptr) return nullptr;
    // It must begin with one row: for several it would list them one time after the other.
    const Plan& start = below->inputs[0];
    if (!std::holds_alternative<Argument>(start.step) || !start.columns.empty()) return nullptr;
    const graphs::LabelId label = context.graph.find_label(scan->label.text);
    for (const Expression* predicate : predicates) passing *= selectivity(*predicate, context, label);
    return scan;
}

}  // namespace

bool walk_in_order(Plan& plan, const PlanContext& context) {
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        auto* top = std::get_if<TopK>(&each.step);
        if (top == nullptr || top->items.size() != 1) return;
        SortedBy by;
        if (!by.follow(top->items[0].expression)) return;
        double passing = 1;
        LabelScan* scan = listing_below(each, by, passing, context);
        if (scan == nullptr) return;
        std::string index = index_name(graphs::IndexKind::Range, scan->label, *by.key, context);
        const auto limit = known_count(top->limit, context);
        const auto skip = top->skip ? known_count(*top->skip, context) : 0;
        if (index.empty() || !limit || !skip) return;
        const double first = *skip + *limit;
        if (first > passing * widest_range * vertices_with(scan->label, context)) return;
        scan->order = LabelScan::Order{*by.key, top->items[0].descending, std::move(index),
                                       static_cast<std::size_t>(first)};
        Limit count{std::move(top->limit)};
        Plan input = std::move(each.inputs[0]);
        if (top->skip) input = over(std::move(input), Skip{std::move(*top->skip)});
        each = over(std::move(input), std::move(count));
        changed = true;
    });
    return changed;
}

}  // namespace hearsay::engine
