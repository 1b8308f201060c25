// WHERE length(p) <= 3 beside (a)-[*]->(b): no longer walk is looked for. A path has one edge for each of the
// pattern's relationships but the one of any length, which may have what is left. The predicate stays.
#include <algorithm>
#include <limits>

#include "engine/query/rules/facts/estimates.hpp"
#include "engine/query/rules/rules.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// function(variable): the variable's name, else nullptr.
const std::string* argument_of(const Expression& expression, std::string_view function) {
    const auto* call = std::get_if<FunctionCall>(&expression.node);
    if (call == nullptr || call->arguments.size() != 1 || !is_called(call->name.text, function))
        return nullptr;
    const auto* leaf = std::get_if<Variable>(&call->arguments[0].node);
    return leaf != nullptr ? &leaf->name : nullptr;
}

// `left` is at most so much.
struct Bound {
    const Expression* left;
    std::int64_t most;
};

std::optional<std::int64_t> integer(const Expression& expression, const PlanContext& context) {
    const auto value = known_value(expression, context);
    if (!value || value->kind() != graphs::Kind::Integer) return std::nullopt;
    return value->integer();
}

std::optional<Bound> upper_bound(const Expression& predicate, const PlanContext& context) {
    const auto* comparison = std::get_if<Comparison>(&predicate.node);
    if (comparison == nullptr || comparison->rest.size() != 1) return std::nullopt;
    const auto& [op, right] = comparison->rest[0];
    const Expression& left = *comparison->first;
    const auto bound = [](const Expression& side, std::int64_t number,
                          bool included) -> std::optional<Bound> {
        if (!included && number == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
        return Bound{&side, included ? number : number - 1};
    };
    if (const auto number = integer(right, context)) {
        if (op == ComparisonOperator::Less) return bound(left, *number, false);
        if (op == ComparisonOperator::LessEqual || op == ComparisonOperator::Equal)
            return bound(left, *number, true);
    } else if (const auto first = integer(left, context)) {
        if (op == ComparisonOperator::Greater) return bound(right, *first, false);
        if (op == ComparisonOperator::GreaterEqual || op == ComparisonOperator::Equal)
            return bound(right, *first, true);
    }
    return std::nullopt;
}

PatternEdge* edge_named(MatchPattern& pattern, const std::string& name) {
    const auto found = std::find_if(pattern.edges.begin(), pattern.edges.end(),
                                    [&name](const PatternEdge& edge) { return edge.variable == name; });
    return found != pattern.edges.end() ? &*found : nullptr;
}

class Bounder {
  public:
    Bounder(MatchPattern& pattern, const PlanContext& context) : pattern_(pattern), context_(context) {}

    bool run() {
        for (const auto& predicate : pattern_.predicates) apply(predicate);
        for (const auto& edge : pattern_.edges) {  // of a shortest path
            for (const auto& predicate : edge.predicates) apply(predicate);
        }
        return changed_;
    }

  private:
    void apply(const Expression& predicate) {
        const auto bound = upper_bound(predicate, context_);
        if (!bound) return;
        const std::int64_t most = std::max<std::int64_t>(bound->most, -1);
        if (const std::string* list = argument_of(*bound->left, "size")) limit(*list, most);
        if (const std::string* path = argument_of(*bound->left, "length")) limit_path(*path, most);
    }

    void limit(const std::string& name, std::int64_t most) {
        PatternEdge* edge = edge_named(pattern_, name);
        if (edge == nullptr || !edge->range || (edge->range->to && *edge->range->to <= most)) return;
        edge->range->to = std::max<std::int64_t>(most, 0);
        changed_ = true;
    }

    void limit_path(const std::string& name, std::int64_t most) {
        for (const PatternEdge& edge : pattern_.edges) {
            if (edge.path == name) return limit(edge.variable, most);
        }
        const auto path = std::find_if(pattern_.paths.begin(), pattern_.paths.end(),
                                       [&name](const BuildPath& each) { return each.variable == name; });
        if (path == pattern_.paths.end()) return;
        const std::string* of_any_length = nullptr;
        for (const std::string& each : path->edges) {
            const PatternEdge* edge = edge_named(pattern_, each);
            if (edge == nullptr) return;
            if (!edge->range) {
                --most;
            } else if (of_any_length == nullptr) {
                of_any_length = &each;
            } else {
                return;
            }
        }
        if (of_any_length != nullptr) limit(*of_any_length, most);
    }

    MatchPattern& pattern_;
    const PlanContext& context_;
    bool changed_ = false;
};

}  // namespace

bool bound_walks(Plan& plan, const PlanContext& context) {
    bool changed = false;
    for_each_plan(plan, [&](Plan& each) {
        if (auto* pattern = std::get_if<MatchPattern>(&each.step))
            changed |= Bounder(*pattern, context).run();
    });
    return changed;
}

}  // namespace hearsay::engine
