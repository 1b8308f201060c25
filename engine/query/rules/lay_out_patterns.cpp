// Lays patterns out as scans and expands, in the order that pattern_order.hpp chooses.
#include <algorithm>
#include <unordered_set>

#include "engine/query/rules/facts/above.hpp"
#include "engine/query/rules/pattern_order.hpp"
#include "engine/query/rules/rules.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

class Layouter {
  public:
    Layouter(Plan input, MatchPattern pattern, const Above& above, bool merged, const PlanContext& context)
        : context_(context),
          pattern_(std::move(pattern)),
          order_(pattern_, input.columns, above, merged, context),
          plan_(std::move(input)),
          left_(pattern_.edges.size(), true) {
        note_columns();
    }

    Plan run() {
        test_lone_nodes();
        while (const auto edge = bound_edge()) {
            follow(*edge);
            order_.bind(*edge);
        }
        while (const auto choice = order_.next()) {
            context_.check();
            if (choice->edge) {
                walk(*choice->edge, choice->against);
            } else {
                add(AllVertices{pattern_.nodes[*choice->node]});
            }
            order_.take(*choice);
        }
        for (auto& path : pattern_.paths) plan_ = over(std::move(plan_), path);
        if (!pattern_.predicates.empty())
            plan_ = over(std::move(plan_), Filter{std::move(pattern_.predicates)});
        return std::move(plan_);
    }

  private:
    void add(Step step) {
        plan_ = over(std::move(plan_), std::move(step));
        note_columns();
    }
    // Steps add columns behind those that are there.
    void note_columns() {
        for (; noted_ < plan_.columns.size(); ++noted_) bound_.insert(plan_.columns[noted_]);
    }
    bool bound(const std::string& name) const { return bound_.contains(name); }
    const std::string& from(const PatternEdge& edge) const { return pattern_.nodes[edge.from]; }
    const std::string& to(const PatternEdge& edge) const { return pattern_.nodes[edge.to]; }

    // A node that is bound and at no edge: nothing will be looked for at it, so it must be one that is there.
    // OPTIONAL MATCH may have left it null, the statement may have deleted it, and a list gives anything.
    void test_lone_nodes() {
        std::vector<bool> has_edge(pattern_.nodes.size(), false);
        for (const auto& edge : pattern_.edges) has_edge[edge.from] = has_edge[edge.to] = true;
        std::vector<Expression> tests;
        for (std::size_t i = 0; i < pattern_.nodes.size(); ++i) {
            if (!has_edge[i] && bound(pattern_.nodes[i])) tests.push_back(is_node(pattern_.nodes[i]));
        }
        if (!tests.empty()) add(Filter{std::move(tests)});
    }

    // An edge that has a value already.
    std::optional<std::size_t> bound_edge() const {
        for (std::size_t i = 0; i < left_.size(); ++i) {
            if (left_[i] && bound(pattern_.edges[i].variable)) return i;
        }
        return std::nullopt;
    }

    void follow(std::size_t index) {
        const PatternEdge& edge = pattern_.edges[index];
        FollowEdges step;
        step.walk = {from(edge), to(edge),       edge.variable, bound(to(edge)),
                     edge.types, edge.direction, taken(index)};
        step.from_bound = bound(from(edge));
        step.list = edge.range.has_value();
        pattern_.predicates.insert(pattern_.predicates.end(), edge.predicates.begin(), edge.predicates.end());
        left_[index] = false;
        add(std::move(step));
    }

    static PatternEdge reversed(PatternEdge edge) {
        std::swap(edge.from, edge.to);
        if (edge.direction == Direction::Right) {
            edge.direction = Direction::Left;
        } else if (edge.direction == Direction::Left) {
            edge.direction = Direction::Right;
        }
        return edge;
    }

    void walk(std::size_t index, bool turn) {
        const PatternEdge& edge = pattern_.edges[index];
        const PatternEdge way = turn ? reversed(edge) : edge;
        Walk step{from(way), to(way), way.variable, bound(to(way)), way.types, way.direction, taken(index)};
        left_[index] = false;
        if (!way.range && edge.selector == PathSelector::All) {
            add(Expand{std::move(step)});
            return;
        }
        VariableExpand expand{std::move(step), 1, 1, way.properties, turn};
        if (way.range) {
            expand.least = way.range->from.value_or(1);
            expand.most = way.range->to;
        }
        if (edge.selector == PathSelector::All) {
            add(std::move(expand));
        } else {
            add(ShortestPath{std::move(expand), edge.selector == PathSelector::AllShortest, edge.predicates,
                             edge.path});
        }
    }

    // The edges of this pattern that have a value and could be the same as this one: their types overlap.
    std::vector<std::string> taken(std::size_t index) const {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < left_.size(); ++i) {
            const PatternEdge& other = pattern_.edges[i];
            const bool before = !left_[i] && bound(other.variable);
            if (i != index && before && may_be_same_edge(pattern_.edges[index], other))
                names.push_back(other.variable);
        }
        return names;
    }

    const PlanContext& context_;
    MatchPattern pattern_;
    PatternOrder order_;
    Plan plan_;
    std::vector<bool> left_;  // which edges are still to be walked
    std::unordered_set<std::string> bound_;
    std::size_t noted_ = 0;  // so many of the plan's columns are in bound_
};

// `merged`: the plan looks for a pattern of MERGE.
bool lay_out(Plan& top, Above above, bool merged, const PlanContext& context) {
    bool changed = false;
    Plan* plan = &top;
    while (true) {
        for (std::size_t i = 1; i < plan->inputs.size(); ++i) {
            const bool of_merge = std::holds_alternative<MergePattern>(plan->step);
            changed |= lay_out(plan->inputs[i], below(*plan, i, above), merged || of_merge, context);
        }
        if (plan->inputs.empty()) return changed;
        auto* pattern = std::get_if<MatchPattern>(&plan->step);
        if (pattern == nullptr) {
            above = below(*plan, 0, std::move(above));
            plan = &plan->inputs[0];
            continue;
        }
        Above of_input = below(*plan, 0, above);
        MatchPattern taken = std::move(*pattern);
        Plan input = std::move(plan->inputs[0]);
        // Of nothing but bound nodes nothing is left, and `*plan` is what was below it: so it is looked at
        // next.
        *plan = Layouter(std::move(input), std::move(taken), above, merged, context).run();
        above = std::move(of_input);
        changed = true;
    }
}

}  // namespace

bool lay_out_patterns(Plan& plan, const PlanContext& context) {
    return lay_out(plan, {}, false, context);
}

}  // namespace hearsay::engine
