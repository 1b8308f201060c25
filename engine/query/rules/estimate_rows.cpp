#include <algorithm>

#include "engine/query/rules/facts/estimates.hpp"
#include "engine/query/rules/facts/walk_statistics.hpp"
#include "engine/query/rules/rules.hpp"
#include "grammar/tree/visit.hpp"

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
    // Edges at a vertex that the walk begins at; the part of such vertices that have one; and of the rows
    // that come if the other end is bound.
    struct Walked {
        double fan_out, next_fan_out, has_any, arrives;
    };
    Walked walked(const Walk& walk) const {
        const WalkStatistics edges(walk.types, walk.direction, context.graph);
        const graphs::LabelId label = likely_label(plan.inputs[0], walk.from, context);
        const graphs::EndCount count = label.is_none() ? edges.near() : edges.near(label);
        const double vertices =
            std::max(1.0, label.is_none() ? static_cast<double>(context.graph.vertex_count())
                                          : vertices_with(label, context));
        return {static_cast<double>(count.edges) / vertices,
                static_cast<double>(edges.near().edges) /
                    std::max(1.0, static_cast<double>(edges.near().vertices)),
                std::min(1.0, static_cast<double>(count.vertices) / vertices),
                walk.to_bound ? 1 / std::max(1.0, static_cast<double>(edges.far().vertices)) : 1};
    }
    // The part of the rows of a plan that passes a predicate.
    double passes(const grammar::Expression& predicate, const Plan& rows) const {
        for (const auto& name : variables_read(predicate)) {
            const graphs::LabelId label = likely_label(rows, name, context);
            const auto* test = label_test(predicate, name);
            if (test != nullptr && !label.is_none() && label == context.graph.find_label(test->text))
                return 1;
            if (!label.is_none()) return selectivity(predicate, context, label);
        }
        return selectivity(predicate, context);
    }

    double operator()(const Argument&) const { return 1; }
    double operator()(const AllVertices&) const {
        return in() * static_cast<double>(context.graph.vertex_count());
    }
    double operator()(const LabelScan& step) const { return in() * vertices_with(step.label, context); }
    double operator()(const IndexLookup& step) const {
        return in() * vertices_found(step.label, {&step.key, &step.value}, context);
    }
    double operator()(const TextLookup& step) const { return in() * texts_found(step, context); }
    double operator()(const RangeLookup& step) const { return in() * vertices_between(step, context); }
    double operator()(const Expand& step) const {
        const Walked edges = walked(step.walk);
        return in() * edges.fan_out * edges.arrives * (step.test ? passes(*step.test, plan) : 1);
    }
    double operator()(const CountEdges& step) const {
        const double has_any = walked(step.walk).has_any;
        return in() * (step.none ? 1 - has_any : has_any);
    }
    double operator()(const VariableExpand& step) const {
        const Walked edges = walked(step.walk);
        double rows = in();
        double all = step.least == 0 ? rows : 0;
        for (std::int64_t i = 1; i <= std::min<std::int64_t>(step.most.value_or(5), 5); ++i) {
            rows *= i == 1 ? edges.fan_out : edges.next_fan_out;
            if (i >= step.least) all += rows;
        }
        return all * edges.arrives;
    }
    double operator()(const FollowEdges& step) const {
        return step.walk.direction == grammar::Direction::Either ? 2 * in() : in();
    }
    double operator()(const ShortestPath&) const { return in(); }
    double operator()(const BuildPath&) const { return in(); }
    double operator()(const Filter& step) const {
        double rows = in();
        for (const auto& predicate : step.predicates) rows *= passes(predicate, plan.inputs[0]);
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
