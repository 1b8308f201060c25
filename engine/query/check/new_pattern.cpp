#include "engine/query/check/new_pattern.hpp"

#include <fmt/format.h>

#include "engine/query/check/expression.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// The pattern of CREATE or MERGE: what is new in it is made, what is bound already is only joined.
class NewPatternChecker {
  public:
    NewPatternChecker(bool merge, Scope& scope, CheckState& state)
        : merge_(merge), before_(merge ? scope : Scope()), scope_(scope), state_(state) {}

    // Nodes are made before relationships, whose properties may read them.
    void check_nodes(const PatternPart& part) {
        if (part.selector != PathSelector::All) {
            state_.error(part.span, "a shortest path can be looked for, but not made", "UnexpectedSyntax",
                         "write the pattern without shortestPath");
        }
        for (const auto& node : part.nodes) check_node(node, part.relationships.empty());
    }

    void check_relationships(const PatternPart& part) {
        for (const auto& relationship : part.relationships) check_relationship(relationship);
    }

    // A path is there when everything in it is: no property of the pattern reads it.
    void check_path(const PatternPart& part) {
        if (part.variable) declare_new(*part.variable, StaticType::Path);
    }

  private:
    std::string_view clause() const { return merge_ ? "MERGE" : "CREATE"; }

    void check_node(const NodePattern& node, bool alone) {
        check_properties(node.properties);
        for (const auto& label : node.labels) state_.made_labels.insert(label.text);
        if (!node.variable) return;
        const Scope::Entry* known = scope_.find(node.variable->text);
        if (known == nullptr) {
            scope_.declare(node.variable->text, StaticType::Node);
        } else if (!known->type.unknown() && known->type.kind != StaticType::Node) {
            state_.error(node.variable->span,
                         fmt::format("the variable `{}` is {} already, so it cannot be a Node here",
                                     node.variable->text, type_text(known->type)),
                         "VariableTypeConflict");
        } else if (alone) {
            already_bound(*node.variable, "name the new node otherwise");
        } else if (!node.labels.empty() || node.properties) {
            already_bound(*node.variable,
                          "a node that is there already stands without labels and properties");
        }
    }

    void check_relationship(const RelationshipPattern& relationship) {
        check_properties(relationship.properties);
        const bool is_new =
            !relationship.variable || declare_new(*relationship.variable, StaticType::Relationship);
        if (!is_new) return;
        if (relationship.range) {
            state_.error(relationship.span, fmt::format("{} makes one relationship, not a range", clause()),
                         "CreatingVarLength", "write out each of them");
        } else if (relationship.types.size() != 1) {
            state_.error(relationship.span, "a new relationship has exactly one type",
                         "NoSingleRelationshipType", "write -[:TYPE]->");
        } else if (!merge_ && relationship.direction == Direction::Either) {
            state_.error(relationship.span, "a new relationship has a direction",
                         "RequiresDirectedRelationship", "write --> or <--");
        }
        for (const auto& type : relationship.types) state_.made_types.insert(type.text);
    }

    void check_properties(const std::optional<Box<Expression>>& properties) {
        if (!properties) return;
        const Expression& whole = **properties;
        // What is looked for must be known before: a merged pattern cannot read itself.
        const Scope& seen = merge_ ? before_ : scope_;
        const auto* map = std::get_if<MapLiteral>(&whole.node);
        if (map == nullptr && merge_) {
            state_.error(whole.span, "a parameter cannot stand for all properties of a pattern",
                         "InvalidParameterUse", "name the properties: {name: $name}");
        } else if (map == nullptr) {
            check_expression(whole, seen, {.no_aggregates_in = clause()}, state_);
        } else {
            for (const auto& entry : map->entries)
                check_expression(entry.second, seen, {.no_aggregates_in = clause()}, state_);
        }
        note_made_keys(whole, {}, state_);
    }

    bool declare_new(const Name& name, StaticType type) {
        if (scope_.find(name.text) != nullptr) {
            already_bound(name, "name the new one otherwise");
            return false;
        }
        scope_.declare(name.text, type);
        return true;
    }

    void already_bound(const Name& name, std::string suggestion) {
        state_.error(name.span, fmt::format("the variable `{}` exists already", name.text),
                     "VariableAlreadyBound", std::move(suggestion));
    }

    bool merge_;
    const Scope before_;
    Scope& scope_;
    CheckState& state_;
};

}  // namespace

void check_new_pattern(const std::vector<PatternPart>& parts, bool merge, Scope& scope, CheckState& state) {
    NewPatternChecker checker(merge, scope, state);
    for (const auto& part : parts) checker.check_nodes(part);
    for (const auto& part : parts) checker.check_relationships(part);
    for (const auto& part : parts) checker.check_path(part);
}

void note_made_keys(const Expression& map, StaticType type, CheckState& state) {
    if (const auto* literal = std::get_if<MapLiteral>(&map.node)) {
        for (const auto& entry : literal->entries) state.made_keys.insert(entry.first.text);
        return;
    }
    if (const auto* parameter = std::get_if<Parameter>(&map.node)) {
        const graphs::Value* given = state.context.parameters.find(parameter->name);
        if (given == nullptr || given->kind() != graphs::Kind::Map) return;
        for (const auto& entry : given->map()) state.made_keys.insert(entry.first);
        return;
    }
    // The properties of what is in the graph have names that the graph knows.
    const bool of_graph = type.kind == StaticType::Node || type.kind == StaticType::Relationship;
    if (!of_graph) state.makes_any_key = true;
}

}  // namespace hearsay::engine
