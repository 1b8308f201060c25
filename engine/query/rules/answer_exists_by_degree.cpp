// WHERE (s)<-[:DENIES]-(), WHERE NOT EXISTS { (s)<-[:DENIES]-() }: is there any such edge? The number of
// edges at s says so, without a look at one.
#include <algorithm>

#include "engine/query/rules/facts/walk_statistics.hpp"
#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// Of MATCH and nothing else.
const Pattern* only_pattern_of(const Query& query) {
    if (query.parts.size() != 1 || query.parts[0].clauses.size() != 1) return nullptr;
    const auto* match = std::get_if<Match>(&query.parts[0].clauses[0].node);
    return match != nullptr && !match->optional && !match->where ? &match->pattern : nullptr;
}

const PatternPart* pattern_of(const Expression& expression) {
    if (const auto* predicate = std::get_if<PatternPredicate>(&expression.node)) return &predicate->pattern;
    const auto* exists = std::get_if<Subquery>(&expression.node);
    if (exists == nullptr || exists->kind != SubqueryKind::Exists || exists->filter) return nullptr;
    const Pattern* pattern = exists->query ? only_pattern_of(**exists->query) : &*exists->pattern;
    return pattern != nullptr && pattern->parts.size() == 1 ? &pattern->parts[0] : nullptr;
}

bool is_bound(const NodePattern& node, const Layout& columns) {
    return node.variable && has_column(columns, node.variable->text);
}

// One relationship between a bound node and any other, of which nothing is asked but a label that it must
// have.
std::optional<Walk> edges_asked_for(const PatternPart& part, const Layout& columns, bool holds_statistics,
                                    const PlanContext& context) {
    if (part.selector != PathSelector::All || part.variable || part.relationships.size() != 1)
        return std::nullopt;
    const RelationshipPattern& relationship = part.relationships[0];
    if (relationship.range || relationship.properties ||
        (relationship.variable && has_column(columns, relationship.variable->text)))
        return std::nullopt;
    const bool against = !is_bound(part.nodes[0], columns);
    const NodePattern& near = part.nodes[against ? 1 : 0];
    const NodePattern& far = part.nodes[against ? 0 : 1];
    if (!is_bound(near, columns) || is_bound(far, columns) || near.properties || far.properties ||
        !near.labels.empty() || (far.variable && far.variable->text == near.variable->text))
        return std::nullopt;
    Walk walk{near.variable->text, {}, {}, false, relationship.types, relationship.direction, {}};
    if (against && walk.direction != Direction::Either)
        walk.direction = walk.direction == Direction::Right ? Direction::Left : Direction::Right;
    const WalkStatistics edges(walk.types, walk.direction, context.graph);
    const bool implied = std::all_of(far.labels.begin(), far.labels.end(), [&](const Name& label) {
        return holds_statistics && edges.all_far(context.graph.find_label(label.text));
    });
    if (!implied) return std::nullopt;
    return walk;
}

}  // namespace

bool answer_exists_by_degree(Plan& plan, const PlanContext& context) {
    const bool holds_statistics = !context.statement_changes && !changes_graph(plan);
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        auto* filter = std::get_if<Filter>(&each.step);
        if (filter == nullptr) return;
        Plan input = std::move(each.inputs[0]);
        auto& predicates = filter->predicates;
        for (std::size_t i = 0; i < predicates.size();) {
            const auto* negated = std::get_if<Unary>(&predicates[i].node);
            const bool none = negated != nullptr && negated->op == UnaryOperator::Not;
            const PatternPart* part = pattern_of(none ? *negated->operand : predicates[i]);
            auto walk = part == nullptr ? std::nullopt
                                        : edges_asked_for(*part, input.columns, holds_statistics, context);
            if (!walk) {
                ++i;
                continue;
            }
            input = over(std::move(input), CountEdges{std::move(*walk), {}, none});
            predicates.erase(predicates.begin() + static_cast<std::ptrdiff_t>(i));
            changed = true;
        }
        if (predicates.empty()) {
            each = std::move(input);
        } else {
            each.inputs[0] = std::move(input);
        }
    });
    return changed;
}

}  // namespace hearsay::engine
