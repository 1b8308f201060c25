#include "engine/query/plan/pattern.hpp"

#include <algorithm>
#include <charconv>

#include "grammar/tree/hidden_name.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

class PatternPlanner {
  public:
    explicit PatternPlanner(HiddenNames& hidden) : hidden_(hidden) {}

    void add(const PatternPart& part) {
        BuildPath path;
        std::vector<std::size_t> nodes;
        for (const auto& node : part.nodes) {
            nodes.push_back(add(node));
            path.nodes.push_back(pattern_.nodes[nodes.back()]);
        }
        for (std::size_t i = 0; i < part.relationships.size(); ++i) {
            PatternEdge edge = edge_of(part.relationships[i]);
            edge.from = nodes[i];
            edge.to = nodes[i + 1];
            edge.selector = part.selector;
            if (part.selector != PathSelector::All && part.variable) edge.path = part.variable->text;
            path.edges.push_back(edge.variable);
            pattern_.edges.push_back(std::move(edge));
        }
        if (part.variable) {
            path.variable = part.variable->text;
            pattern_.paths.push_back(std::move(path));
        }
    }

    // Of a WHERE: the parts that say which paths a shortest one is chosen from are taken into the pattern;
    // gives the others. A part that reads another path as well, which is made when all is matched, is such
    // another.
    std::vector<Expression> take_path_predicates(const Expression& where) {
        std::vector<Expression> parts, others;
        split_conjunction(where, parts);
        for (auto& part : parts) {
            PatternEdge* edge = shortest_path_of(part);
            (edge != nullptr ? edge->predicates : others).push_back(std::move(part));
        }
        return others;
    }

    MatchPattern take() { return std::move(pattern_); }

  private:
    std::size_t add(const NodePattern& node) {
        const std::string name = node.variable ? node.variable->text : hidden_.next();
        for (const auto& label : node.labels) {
            pattern_.predicates.push_back({HasLabels{variable(name, label.span), {label}}, label.span});
        }
        if (node.properties) add_properties(name, **node.properties);
        const auto found = std::find(pattern_.nodes.begin(), pattern_.nodes.end(), name);
        if (found != pattern_.nodes.end()) return static_cast<std::size_t>(found - pattern_.nodes.begin());
        pattern_.nodes.push_back(name);
        return pattern_.nodes.size() - 1;
    }

    // {key: value, ...} on a node or a relationship: each entry is a predicate.
    void add_properties(const std::string& name, const Expression& properties) {
        const auto* map = std::get_if<MapLiteral>(&properties.node);
        if (map == nullptr) return;
        for (const auto& [key, value] : map->entries) {
            pattern_.predicates.push_back(equal(property(name, key), value));
        }
    }

    PatternEdge edge_of(const RelationshipPattern& relationship) {
        PatternEdge edge;
        edge.variable = relationship.variable ? relationship.variable->text : hidden_.next();
        edge.types = relationship.types;
        edge.direction = relationship.direction;
        edge.range = relationship.range;
        if (!relationship.properties) return edge;
        if (edge.range) {
            const auto* map = std::get_if<MapLiteral>(&(*relationship.properties)->node);
            if (map != nullptr) edge.properties = map->entries;
        } else {
            add_properties(edge.variable, **relationship.properties);
        }
        return edge;
    }

    // The shortest path that the predicate is about, and no other path; nullptr if there is none.
    PatternEdge* shortest_path_of(const Expression& predicate) {
        const Names reads = variables_read(predicate);
        PatternEdge* found = nullptr;
        for (auto& edge : pattern_.edges) {
            const bool is_read =
                reads.contains(edge.variable) || (!edge.path.empty() && reads.contains(edge.path));
            if (edge.selector == PathSelector::All || !is_read) continue;
            if (found != nullptr) return nullptr;
            found = &edge;
        }
        if (found == nullptr) return nullptr;
        for (const auto& path : pattern_.paths) {
            if (path.variable != found->path && reads.contains(path.variable)) return nullptr;
        }
        return found;
    }

    HiddenNames& hidden_;
    MatchPattern pattern_;
};

}  // namespace

HiddenNames::HiddenNames(const Layout& taken) {
    for (const auto& name : taken) {
        std::size_t number = 0;
        if (is_hidden(name)) std::from_chars(name.data() + 1, name.data() + name.size(), number);
        next_ = std::max(next_, number);
    }
}

std::string HiddenNames::next() {
    return hidden_mark + std::to_string(++next_);
}

Plan add_match(Plan input, const std::vector<PatternPart>& parts, const Expression* where,
               HiddenNames& hidden) {
    PatternPlanner planner(hidden);
    for (const auto& part : parts) planner.add(part);
    std::vector<Expression> filter;
    if (where != nullptr) filter = planner.take_path_predicates(*where);
    Plan plan = over(std::move(input), planner.take());
    return filter.empty() ? std::move(plan) : over(std::move(plan), Filter{std::move(filter)});
}

Plan plan_pattern(const std::vector<PatternPart>& parts, const Expression* filter, const Layout& given) {
    HiddenNames hidden(given);
    Plan leaf(Argument{}, given);
    return add_match(std::move(leaf), parts, filter, hidden);
}

}  // namespace hearsay::engine
