#include "engine/query/check/pattern.hpp"

#include <fmt/format.h>

#include "engine/query/check/expression.hpp"
#include "engine/query/check/size.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

class PatternChecker {
  public:
    PatternChecker(PatternUse use, Scope& scope, CheckState& state)
        : use_(use), scope_(scope), state_(state) {}

    void declare(const PatternPart& part) {
        for (const auto& node : part.nodes) {
            if (node.variable) declare(*node.variable, StaticType::Node);
            for (const auto& label : node.labels) state_.check_label(label);
        }
        for (const auto& relationship : part.relationships) {
            if (relationship.variable) {
                const bool list = relationship.range.has_value();
                const StaticType type = list ? StaticType(StaticType::List, StaticType::Relationship)
                                             : StaticType(StaticType::Relationship);
                if (!relationships_.insert(relationship.variable->text).second) {
                    state_.error(relationship.variable->span,
                                 fmt::format("the relationship `{}` cannot stand twice in one pattern",
                                             relationship.variable->text),
                                 "RelationshipUniquenessViolation");
                } else {
                    declare(*relationship.variable, type);
                }
            }
            for (const auto& type : relationship.types) state_.check_type(type);
        }
        if (part.variable) declare_path(*part.variable);
        if (part.selector != PathSelector::All && part.relationships.size() != 1) {
            state_.error(part.span,
                         "a shortest path is asked for between two nodes, with one relationship pattern",
                         "InvalidRelationshipPattern", "write shortestPath((a)-[*]-(b))");
        }
    }

    void check_values(const PatternPart& part) {
        for (const auto& node : part.nodes) check_map(node.properties);
        for (const auto& relationship : part.relationships) check_map(relationship.properties);
    }

  private:
    void declare_path(const Name& name) {
        if (scope_.find(name.text) != nullptr) {
            state_.error(name.span, fmt::format("the variable `{}` exists already", name.text),
                         "VariableAlreadyBound");
        } else {
            scope_.declare(name.text, StaticType::Path);
        }
    }

    void declare(const Name& name, StaticType type) {
        const Scope::Entry* known = scope_.find(name.text);
        if (known == nullptr) {
            if (use_ == PatternUse::Predicate) {
                state_.error(name.span, fmt::format("undefined variable `{}`", name.text),
                             "UndefinedVariable", did_you_mean(name.text, scope_.names()));
                return;
            }
            scope_.declare(name.text, type);
            return;
        }
        const bool list_of_something =
            known->type.kind == StaticType::List && type.kind == StaticType::List &&
            (known->type.element == StaticType::Any || known->type.element == type.element);
        if (known->type.unknown() || list_of_something) return;
        if (known->type.kind != type.kind || type.kind == StaticType::List) {
            state_.error(name.span,
                         fmt::format("the variable `{}` is {} already, so it cannot be {} here", name.text,
                                     type_text(known->type), type_text(type)),
                         "VariableTypeConflict");
        }
    }

    void check_map(const std::optional<Box<Expression>>& properties) {
        if (!properties) return;
        if (const auto* map = std::get_if<MapLiteral>(&(*properties)->node)) {
            for (const auto& [key, value] : map->entries) {
                state_.check_key(key);
                check_expression(value, scope_, {.no_aggregates_in = "a pattern"}, state_);
            }
            return;
        }
        state_.error((*properties)->span, "a parameter cannot stand for all properties of a pattern",
                     "InvalidParameterUse", "name the properties: {name: $name}");
    }

    PatternUse use_;
    Scope& scope_;
    CheckState& state_;
    Names relationships_;
};

}  // namespace

void check_pattern(const std::vector<PatternPart>& parts, PatternUse use, Scope& scope, CheckState& state) {
    PatternChecker checker(use, scope, state);
    for (const auto& part : parts) {
        check_steps(part, state);
        checker.declare(part);
    }
    for (const auto& part : parts) checker.check_values(part);
}

}  // namespace hearsay::engine
