// MATCH (a)-[:CLAIMS]->(s) RETURN s, count(*): nobody asks which edges these are, or where they come from.
// Their number is looked up at s, and weighs the row.
#include <algorithm>

#include "engine/query/rules/facts/above.hpp"
#include "engine/query/rules/rules.hpp"
#include "grammar/tree/hidden_name.hpp"

namespace hearsay::engine {

namespace {

// What stands between an Aggregate and the edges that it counts.
struct Way {
    Aggregate* counts = nullptr;
    std::vector<Project*> projections;  // that the number must pass
};

class Counter {
  public:
    bool changed = false;

    void visit(Plan& top, Above above, Way way) {
        for (Plan* plan = &top;; plan = &plan->inputs[0]) {
            for (std::size_t i = 1; i < plan->inputs.size(); ++i)
                visit(plan->inputs[i], below(*plan, i, above), {});
            if (auto* expand = std::get_if<Expand>(&plan->step)) {
                if (is_only_counted(expand->walk, above, way)) count(*plan, way);
            } else if (auto* aggregate = std::get_if<Aggregate>(&plan->step)) {
                way = {aggregate, {}};
            } else if (auto* project = std::get_if<Project>(&plan->step)) {
                way.projections.push_back(project);
            } else if (!takes_row_by_row(plan->step)) {
                way = {};
            }
            if (plan->inputs.empty()) return;
            above = below(*plan, 0, std::move(above));
        }
    }

  private:
    static bool is_only_counted(const Walk& walk, const Above& above, const Way& way) {
        const bool weighs = above.copies == Copies::Weighed && way.counts != nullptr;
        return (weighs || above.copies == Copies::Ignored) && !walk.to_bound && !above.reads(walk.edge) &&
               !above.reads(walk.to) && walk.from != walk.to;
    }

    void count(Plan& plan, const Way& way) {
        CountEdges step{std::move(std::get<Expand>(plan.step).walk)};
        step.walk.edge.clear();
        step.walk.to.clear();
        if (way.counts != nullptr &&
            std::any_of(way.counts->aggregations.begin(), way.counts->aggregations.end(), counts_rows)) {
            do {
                step.column = grammar::hidden_mark + ("n" + std::to_string(++counted_));
            } while (has_column(plan.inputs[0].columns, step.column));
            for (Project* project : way.projections)
                project->items.emplace_back(step.column,
                                            grammar::Expression{grammar::Variable{step.column}, {}});
            for (auto& aggregation : way.counts->aggregations) {
                if (counts_rows(aggregation)) aggregation.weights.push_back(step.column);
            }
        }
        plan.step = std::move(step);
        changed = true;
    }

    std::size_t counted_ = 0;
};

}  // namespace

bool count_edges(Plan& plan, const PlanContext&) {
    Counter counter;
    counter.visit(plan, {}, {});
    return counter.changed;
}

}  // namespace hearsay::engine
