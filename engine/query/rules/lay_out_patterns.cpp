// Greedy: of everything that could come next, the step with the fewest rows to come. Patterns are small, and
// the choice that matters most, where to start, is looked up in the graph's own counts.
#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "engine/query/rules/estimates.hpp"
#include "engine/query/rules/rules.hpp"
#include "engine/query/walk.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

class Layouter {
  public:
    // `merged`: the pattern is MERGE's, so it will have more edges than it has now.
    Layouter(Plan input, MatchPattern pattern, bool merged, const PlanContext& context)
        : context_(context),
          merged_(merged),
          pattern_(std::move(pattern)),
          plan_(std::move(input)),
          left_(pattern_.edges.size(), true) {
        for (const auto& node : pattern_.nodes) own_.insert(node);
        for (const auto& edge : pattern_.edges) own_.insert(edge.variable);
        for (const auto& predicate : pattern_.predicates) {
            for (const auto& name : variables_read(predicate)) about_[name].push_back(&predicate);
        }
        note_columns();
    }

    Plan run() {
        while (const PatternEdge* edge = bound_edge()) follow(*edge);
        while (true) {
            context_.check();
            const auto [edge, edge_rows] = cheapest_edge();
            const auto [node, node_rows] = cheapest_node();
            if (edge == nullptr && node == nullptr) break;
            // Looking a vertex up can beat walking to it; otherwise a pattern is walked from what is bound.
            const bool looks_up =
                node != nullptr && looked_up(*node) && (merged_ ? node_rows <= few : node_rows < edge_rows);
            if (edge != nullptr && !looks_up) {
                walk(*edge);
            } else {
                add(AllVertices{*node});
            }
        }
        for (auto& path : pattern_.paths) plan_ = over(std::move(plan_), std::move(path));
        if (!pattern_.predicates.empty())
            plan_ = over(std::move(plan_), Filter{std::move(pattern_.predicates)});
        return std::move(plan_);
    }

  private:
    static constexpr double few = 10;

    void add(Step step) {
        plan_ = over(std::move(plan_), std::move(step));
        note_columns();
    }
    // Steps add columns behind those that are there.
    void note_columns() {
        for (; noted_ < plan_.columns.size(); ++noted_) bound_.insert(plan_.columns[noted_]);
    }
    bool bound(const std::string& name) const { return bound_.contains(name); }
    // The predicates that read the variable.
    const std::vector<const Expression*>& about(const std::string& name) const {
        static const std::vector<const Expression*> none;
        const auto found = about_.find(name);
        return found == about_.end() ? none : found->second;
    }
    const std::string& from(const PatternEdge& edge) const { return pattern_.nodes[edge.from]; }
    const std::string& to(const PatternEdge& edge) const { return pattern_.nodes[edge.to]; }
    bool is_left(const PatternEdge& edge) const {
        return left_[static_cast<std::size_t>(&edge - pattern_.edges.data())];
    }
    void done(const PatternEdge& edge) {
        left_[static_cast<std::size_t>(&edge - pattern_.edges.data())] = false;
    }

    // An edge that has a value already.
    const PatternEdge* bound_edge() const {
        for (const auto& edge : pattern_.edges) {
            if (is_left(edge) && bound(edge.variable)) return &edge;
        }
        return nullptr;
    }

    void follow(const PatternEdge& edge) {
        FollowEdges step;
        step.walk = {from(edge), to(edge),       edge.variable, bound(to(edge)),
                     edge.types, edge.direction, taken(edge)};
        step.from_bound = bound(from(edge));
        step.list = edge.range.has_value();
        done(edge);
        add(std::move(step));
    }

    std::pair<const PatternEdge*, double> cheapest_edge() const {
        std::pair<const PatternEdge*, double> best{nullptr, std::numeric_limits<double>::infinity()};
        for (const auto& edge : pattern_.edges) {
            if (!is_left(edge)) continue;
            const bool from_bound = bound(from(edge));
            const bool to_bound = bound(to(edge));
            if (!from_bound && !to_bound) continue;
            if (edge.selector != PathSelector::All && !(from_bound && to_bound)) continue;
            const double rows = from_bound ? rows_from(edge, to_bound) : rows_from(reversed(edge), to_bound);
            if (rows < best.second) best = {&edge, rows};
        }
        return best;
    }

    double rows_from(const PatternEdge& edge, bool both_bound) const {
        double rows = fan_out(edge.types, edge.direction, label_of(from(edge)), context_);
        if (edge.range) {
            const double steps = static_cast<double>(std::min<std::int64_t>(edge.range->to.value_or(5), 5));
            rows = std::max(rows, 1.1);
            double all = 1;
            for (double step = 0; step < steps; ++step) all *= rows;
            rows = all;
        }
        if (both_bound) {
            return rows / std::max(1.0, static_cast<double>(context_.graph.vertex_count()));
        }
        for (const Expression* predicate : about(to(edge))) {
            if (label_test(*predicate, to(edge)) != nullptr || property_equality(*predicate, to(edge))) {
                rows *= std::max(selectivity(*predicate, context_), 0.01);
            }
        }
        return rows;
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

    // The label of a node that the fewest vertices have, or nullptr.
    const Name* label_of(const std::string& node) const {
        const Name* best = nullptr;
        for (const Expression* predicate : about(node)) {
            const Name* label = label_test(*predicate, node);
            if (label != nullptr &&
                (best == nullptr || vertices_with(*label, context_) < vertices_with(*best, context_))) {
                best = label;
            }
        }
        return best;
    }

    // An equality that an index could answer from what is bound now.
    std::optional<PropertyEquality> equality_of(const std::string& node) const {
        std::optional<PropertyEquality> best;
        const Name* label = label_of(node);
        if (label == nullptr) return best;
        for (const Expression* predicate : about(node)) {
            const auto equality = property_equality(*predicate, node);
            if (!equality) continue;
            bool known = true;
            for (const auto& name : variables_read(*equality->value))
                known = known && (bound(name) || !own_.contains(name));
            if (!known) continue;
            if (!best ||
                vertices_found(*label, *equality, context_) < vertices_found(*label, *best, context_)) {
                best = equality;
            }
        }
        return best;
    }

    bool looked_up(const std::string& node) const { return equality_of(node).has_value(); }

    // Could the node be looked up once more of the pattern is bound? Then it had better wait.
    bool waits(const std::string& node) const {
        if (label_of(node) == nullptr || looked_up(node)) return false;
        const auto& predicates = about(node);
        return std::any_of(predicates.begin(), predicates.end(), [&](const Expression* predicate) {
            return property_equality(*predicate, node).has_value();
        });
    }

    std::pair<const std::string*, double> cheapest_node() const {
        std::pair<const std::string*, double> best{nullptr, std::numeric_limits<double>::infinity()};
        bool best_waits = true;
        for (const auto& node : pattern_.nodes) {
            if (bound(node)) continue;
            double rows = static_cast<double>(context_.graph.vertex_count());
            const Name* label = label_of(node);
            if (label != nullptr) {
                const auto equality = equality_of(node);
                rows =
                    equality ? vertices_found(*label, *equality, context_) : vertices_with(*label, context_);
            }
            const bool node_waits = waits(node);
            if (best.first == nullptr || node_waits < best_waits ||
                (node_waits == best_waits && rows < best.second)) {
                best = {&node, rows};
                best_waits = node_waits;
            }
        }
        return best;
    }

    void walk(const PatternEdge& edge) {
        const bool turn = !bound(from(edge));
        const PatternEdge way = turn ? reversed(edge) : edge;
        Walk step{from(way), to(way), way.variable, bound(to(way)), way.types, way.direction, taken(edge)};
        done(edge);
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
            add(ShortestPath{std::move(expand), edge.selector == PathSelector::AllShortest});
        }
    }

    // The edges of this pattern that have a value and could be the same as this one: their types overlap.
    std::vector<std::string> taken(const PatternEdge& edge) const {
        std::vector<std::string> names;
        for (const auto& other : pattern_.edges) {
            const bool before = !is_left(other) && bound(other.variable);
            if (&other != &edge && before && may_be_same(edge, other)) names.push_back(other.variable);
        }
        return names;
    }

    static bool may_be_same(const PatternEdge& a, const PatternEdge& b) {
        if (a.types.empty() || b.types.empty()) return true;
        return std::any_of(a.types.begin(), a.types.end(), [&b](const Name& type) {
            return std::any_of(b.types.begin(), b.types.end(),
                               [&type](const Name& other) { return other.text == type.text; });
        });
    }

    const PlanContext& context_;
    bool merged_;
    MatchPattern pattern_;
    Plan plan_;
    std::vector<bool> left_;               // which edges are still to be walked
    std::unordered_set<std::string> own_;  // the variables of the pattern's nodes and edges
    std::unordered_map<std::string, std::vector<const Expression*>> about_;
    std::unordered_set<std::string> bound_;
    std::size_t noted_ = 0;  // so many of the plan's columns are in bound_
};

}  // namespace

bool lay_out_patterns(Plan& plan, const PlanContext& context) {
    std::unordered_set<const Plan*> merged;  // what looks for a pattern of MERGE
    for_each_plan(plan, [&merged](Plan& each) {
        if (!std::holds_alternative<MergePattern>(each.step)) return;
        for_each_plan(each.inputs[1], [&merged](const Plan& inner) { merged.insert(&inner); });
    });
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        auto* pattern = std::get_if<MatchPattern>(&each.step);
        if (pattern == nullptr) return;
        MatchPattern taken = std::move(*pattern);
        Plan input = std::move(each.inputs[0]);
        each = Layouter(std::move(input), std::move(taken), merged.contains(&each), context).run();
        changed = true;
    });
    return changed;
}

}  // namespace hearsay::engine
