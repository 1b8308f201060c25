#include "engine/query/plan/updates.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/query/plan/pattern.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// What a pattern adds to the graph: nodes that are not bound before, and every relationship.
class CreatePlanner {
  public:
    CreatePlanner(Plan input, HiddenNames& hidden) : plan_(std::move(input)), hidden_(hidden) {}

    void add(const Create& create) {
        const auto& parts = create.pattern.parts;
        const bool has_path = std::any_of(paths_.begin(), paths_.end(),
                                          [](const BuildPath& path) { return !path.variable.empty(); });
        if (has_path || std::any_of(parts.begin(), parts.end(), looks_into_graph)) finish();
        const std::size_t first = paths_.size();
        for (const auto& part : parts) add_nodes(part);
        for (std::size_t i = 0; i < parts.size(); ++i) add_edges(parts[i], first + i);
    }

    void add_nodes(const PatternPart& part) {
        auto& path = paths_.emplace_back();
        for (const auto& node : part.nodes) {
            const std::string name = node.variable ? node.variable->text : hidden_.next();
            path.nodes.push_back(name);
            if (is_there(name)) continue;
            make_before_reading(node.properties);
            step_.nodes.push_back({name, node.labels, unboxed(node.properties)});
            made_.insert(name);
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
            if (!edge.variable.empty()) made_.insert(edge.variable);
            step_.edges.push_back(std::move(edge));
        }
        if (part.variable) path.variable = part.variable->text;
    }

    // Of a pattern of one part whose properties read nothing that it makes itself: the step and its path.
    MergePattern take_merge() {
        MergePattern merge;
        merge.pattern = std::move(step_);
        if (!paths_[0].variable.empty()) merge.path = std::move(paths_[0]);
        return merge;
    }
    // The input.
    Plan take_input() { return std::move(plan_); }

    Plan take() {
        finish();
        return std::move(plan_);
    }

  private:
    static std::optional<Expression> unboxed(const std::optional<Box<Expression>>& box) {
        return box ? std::optional(**box) : std::nullopt;
    }

    static bool looks_into_graph(const PatternPart& part) {
        bool found = false;
        for_each_expression(part, [&found](const Expression& each) { found = found || has_subquery(each); });
        return found;
    }

    bool is_made_here(const std::string& name) const { return made_.contains(name); }
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
        made_.clear();
    }

    void finish() {
        make();
        for (auto& path : paths_) {
            if (!path.variable.empty()) plan_ = over(std::move(plan_), std::move(path));
        }
        paths_.clear();
    }

    Plan plan_;
    HiddenNames& hidden_;
    CreatePattern step_;
    std::unordered_set<std::string> made_;  // what the step makes
    std::vector<BuildPath> paths_;          // of each part; without a variable where it has no name
};

struct ToChange {
    Change operator()(const SetProperty& item) const {
        return {Change::What::SetProperty, item.object, {item.key}, item.value};
    }
    Change operator()(const SetVariable& item) const {
        return {item.replace ? Change::What::ReplaceProperties : Change::What::AddProperties,
                variable(item.variable.text, item.variable.span),
                {},
                item.value};
    }
    Change operator()(const SetLabels& item) const {
        return {Change::What::AddLabels, variable(item.variable.text, item.variable.span), item.labels, {}};
    }
    Change operator()(const RemoveProperty& item) const {
        return {Change::What::RemoveProperty, item.object, {item.key}, {}};
    }
    Change operator()(const RemoveLabels& item) const {
        return {
            Change::What::RemoveLabels, variable(item.variable.text, item.variable.span), item.labels, {}};
    }
};

template <class Items>
std::vector<Change> changes_of(const Items& items) {
    std::vector<Change> changes;
    for (const auto& item : items) changes.push_back(std::visit(ToChange{}, item));
    return changes;
}

// Could the expression read what a change with these keys writes? `any`: every property, and every label.
bool may_read(const Expression& expression, const Names& keys, bool any) {
    if (std::holds_alternative<PatternPredicate>(expression.node) ||
        std::holds_alternative<PatternComprehension>(expression.node) ||
        std::holds_alternative<Subquery>(expression.node) ||
        std::holds_alternative<HasLabels>(expression.node) ||
        std::holds_alternative<Subscript>(expression.node)) {
        return true;
    }
    if (const auto* lookup = std::get_if<PropertyLookup>(&expression.node)) {
        if (any || keys.contains(lookup->key.text)) return true;
    }
    const auto* projection = std::get_if<MapProjection>(&expression.node);
    if (projection != nullptr && projection->all) return true;
    if (const auto* call = std::get_if<FunctionCall>(&expression.node)) {
        for (const char* reading : {"properties", "keys", "labels"})
            if (is_called(call->name.text, reading)) return true;
    }
    bool found = false;
    for_each_child(expression, [&](const Expression& child) { found = found || may_read(child, keys, any); });
    return found;
}

bool needs_row_by_row(const std::vector<Change>& changes) {
    Names keys;
    bool any = false;
    for (const auto& change : changes) {
        using What = Change::What;
        any = any || change.what == What::ReplaceProperties || change.what == What::AddProperties;
        if (change.what == What::SetProperty || change.what == What::RemoveProperty)
            keys.insert(change.names[0].text);
    }
    return std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
        return may_read(change.object, keys, any) || (change.value && may_read(*change.value, keys, any));
    });
}

}  // namespace

Plan add_create(Plan input, const std::vector<const Create*>& clauses, HiddenNames& hidden) {
    CreatePlanner planner(std::move(input), hidden);
    for (const Create* create : clauses) planner.add(*create);
    return planner.take();
}

Plan add_merge(Plan input, const Merge& merge, HiddenNames& hidden) {
    Plan leaf(Argument{}, input.columns);
    Plan matches = add_match(std::move(leaf), {merge.pattern}, nullptr, hidden);
    CreatePlanner planner(std::move(input), hidden);
    planner.add_nodes(merge.pattern);
    planner.add_edges(merge.pattern, 0);
    MergePattern step = planner.take_merge();
    step.on_create = changes_of(merge.on_create);
    step.on_match = changes_of(merge.on_match);
    step.row_by_row = needs_row_by_row(step.on_create) || needs_row_by_row(step.on_match);
    return over(planner.take_input(), std::move(matches), std::move(step));
}

namespace {

Plan add_changes(Plan input, std::vector<Change> changes) {
    const bool row_by_row = needs_row_by_row(changes);
    return over(std::move(input), ChangeElements{std::move(changes), row_by_row});
}

}  // namespace

Plan add_set(Plan input, const Set& set) {
    return add_changes(std::move(input), changes_of(set.items));
}

Plan add_remove(Plan input, const Remove& remove) {
    return add_changes(std::move(input), changes_of(remove.items));
}

}  // namespace hearsay::engine
