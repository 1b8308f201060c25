#include <algorithm>

#include "engine/query/rules/estimates.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

namespace {

struct Estimate {
    const Plan& plan;
    const PlanContext& context;

    double in() const { return plan.inputs[0].rows; }
    double counted(const grammar::Expression& count) const {
        const auto value = known_value(count, context);
        return value && value->kind() == graphs::Kind::Integer ? static_cast<double>(value->integer()) : in();
    }
    double walked(const Walk& walk) const {
        const double rows = in() * fan_out(walk.types, walk.direction, nullptr, context);
        return walk.to_bound ? rows / std::max(1.0, static_cast<double>(context.graph.vertex_count())) : rows;
    }

    double operator()(const Argument&) const { return 1; }
    double operator()(const AllVertices&) const {
        return in() * static_cast<double>(context.graph.vertex_count());
    }
    double operator()(const LabelScan& step) const { return in() * vertices_with(step.label, context); }
    double operator()(const IndexLookup& step) const {
        return in() * vertices_found(step.label, {&step.key, &step.value}, context);
    }
    double operator()(const Expand& step) const { return walked(step.walk); }
    double operator()(const VariableExpand& step) const {
        double rows = in();
        double all = step.least == 0 ? rows : 0;
        for (std::int64_t i = 1; i <= std::min<std::int64_t>(step.most.value_or(5), 5); ++i) {
            rows *= fan_out(step.walk.types, step.walk.direction, nullptr, context);
            if (i >= step.least) all += rows;
        }
        return step.walk.to_bound ? all / std::max(1.0, static_cast<double>(context.graph.vertex_count()))
                                  : all;
    }
    double operator()(const FollowEdges& step) const {
        return step.walk.direction == grammar::Direction::Either ? 2 * in() : in();
    }
    double operator()(const ShortestPath&) const { return in(); }
    double operator()(const BuildPath&) const { return in(); }
    double operator()(const Filter& step) const {
        double rows = in();
        for (const auto& predicate : step.predicates) rows *= selectivity(predicate, context);
        return rows;
    }
    double operator()(const Project&) const { return in(); }
    double operator()(const Aggregate& step) const { return step.keys.empty() ? 1 : std::max(1.0, in() / 4); }
    double operator()(const Distinct&) const { return in(); }
    double operator()(const Sort&) const { return in(); }
    double operator()(const TopK& step) const { return std::min(in(), counted(step.limit)); }
    double operator()(const Skip& step) const { return std::max(0.0, in() - counted(step.count)); }
    double operator()(const Limit& step) const { return std::min(in(), counted(step.count)); }
    double operator()(const UnwindList& step) const {
        const auto* list = std::get_if<grammar::ListLiteral>(&step.list.node);
        return in() * (list != nullptr ? static_cast<double>(list->items.size()) : 10);
    }
    double operator()(const Concatenate&) const {
        double rows = 0;
        for (const auto& input : plan.inputs) rows += input.rows;
        return rows;
    }
    double operator()(const Optional&) const { return std::max(in(), in() * plan.inputs[1].rows); }
    double operator()(const CallProcedure&) const { return in() * 10; }
    double operator()(const CreatePattern&) const { return in(); }
    double operator()(const MergePattern&) const { return std::max(in(), in() * plan.inputs[1].rows); }
    double operator()(const ChangeElements&) const { return in(); }
    double operator()(const DeleteElements&) const { return in(); }
    double operator()(const ForEach&) const { return in(); }
    double operator()(const EmptyResult&) const { return 0; }
    double operator()(const MatchPattern&) const { return in(); }
};

}  // namespace

bool estimate_rows(Plan& plan, const PlanContext& context) {
    for_each_plan(plan, [&context](Plan& each) {
        each.rows = std::visit(Estimate{each, context}, each.step);
    });
    return false;
}

}  // namespace hearsay::engine
