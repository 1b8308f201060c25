#include "engine/query/plan_updates.hpp"

#include <algorithm>

#include "engine/query/walk.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// What a pattern adds to the graph: nodes that are not bound before, and every relationship.
class CreatePlanner {
  public:
    CreatePlanner(Plan input, HiddenNames& hidden) : plan_(std::move(input)), hidden_(hidden) {}

    void add_nodes(const PatternPart& part) {
        auto& path = paths_.emplace_back();
        for (const auto& node : part.nodes) {
            const std::string name = node.variable ? node.variable->text : hidden_.next();
            path.nodes.push_back(name);
            if (is_there(name)) continue;
            make_before_reading(node.properties);
            step_.nodes.push_back({name, node.labels, unboxed(node.properties)});
        }
    }

    void add_edges(const PatternPart& part, std::size_t number) {
        BuildPath& path = paths_[number];
        for (std::size_t i = 0; i < part.relationships.size(); ++i) {
            const RelationshipPattern& relationship = part.relationships[i];
            make_before_reading(relationship.properties);
            NewEdge edge;
            if (relationship.variable) {
                edge.variable = relationship.variable->text;
            } else if (part.variable) {
                edge.variable = hidden_.next();
            }
            edge.from = path.nodes[i];
            edge.to = path.nodes[i + 1];
            if (relationship.direction == Direction::Left) std::swap(edge.from, edge.to);
            edge.type = relationship.types[0];
            edge.properties = unboxed(relationship.properties);
            edge.span = relationship.span;
            path.edges.push_back(edge.variable);
            step_.edges.push_back(std::move(edge));
        }
        if (part.variable) path.variable = part.variable->text;
    }

    Plan take() {
        make();
        for (auto& path : paths_) {
            if (!path.variable.empty()) plan_ = over(std::move(plan_), std::move(path));
        }
        return std::move(plan_);
    }

  private:
    static std::optional<Expression> unboxed(const std::optional<Box<Expression>>& box) {
        return box ? std::optional(**box) : std::nullopt;
    }

    bool is_made_here(const std::string& name) const {
        return std::any_of(step_.nodes.begin(), step_.nodes.end(),
                           [&name](const NewNode& node) { return node.variable == name; }) ||
               std::any_of(step_.edges.begin(), step_.edges.end(),
                           [&name](const NewEdge& edge) { return edge.variable == name; });
    }
    bool is_there(const std::string& name) const {
        return is_made_here(name) || has_column(plan_.columns, name);
    }

    // CREATE (a {n: 1}), (b {n: a.n}): what is read must have been made by a step before.
    void make_before_reading(const std::optional<Box<Expression>>& properties) {
        if (!properties) return;
        const Names reads = variables_read(**properties);
        if (std::any_of(reads.begin(), reads.end(), [this](const auto& name) { return is_made_here(name); }))
            make();
    }

    void make() {
        if (step_.nodes.empty() && step_.edges.empty()) return;
        plan_ = over(std::move(plan_), std::exchange(step_, {}));
    }

    Plan plan_;
    HiddenNames& hidden_;
    CreatePattern step_;
    std::vector<BuildPath> paths_;  // of each part; without a variable where it has no name
};

}  // namespace

Plan add_create(Plan input, const Create& create, HiddenNames& hidden) {
    CreatePlanner planner(std::move(input), hidden);
    const auto& parts = create.pattern.parts;
    for (const auto& part : parts) planner.add_nodes(part);
    for (std::size_t i = 0; i < parts.size(); ++i) planner.add_edges(parts[i], i);
    return planner.take();
}

}  // namespace hearsay::engine
