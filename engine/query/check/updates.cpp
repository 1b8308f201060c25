#include "engine/query/check/updates.hpp"

#include <fmt/format.h>

#include "engine/query/check/expression.hpp"
#include "engine/query/check/new_pattern.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

bool is_element(StaticType type) {
    return type.unknown() || type.kind == StaticType::Node || type.kind == StaticType::Relationship;
}

// What a SET or REMOVE changes must be in the graph, as far as can be told.
void check_element(const Expression& object, const Scope& scope, std::string_view clause, CheckState& state) {
    const StaticType type = check_expression(object, scope, {.no_aggregates_in = clause}, state);
    if (is_element(type)) return;
    state.error(
        object.span,
        fmt::format("{} takes properties of a Node or a Relationship, not of {}", clause, type_text(type)),
        "InvalidArgumentType");
}

void check_labelled(const Name& name, const Scope& scope, std::string_view clause, CheckState& state) {
    const StaticType type =
        check_expression(variable(name.text, name.span), scope, {.no_aggregates_in = clause}, state);
    if (type.unknown() || type.kind == StaticType::Node) return;
    state.error(name.span, fmt::format("only a Node has labels, not {}", type_text(type)),
                "InvalidArgumentType");
}

struct SetItemChecker {
    const Scope& scope;
    CheckState& state;

    void operator()(const SetProperty& item) const {
        check_element(item.object, scope, "SET", state);
        check_expression(item.value, scope, {.no_aggregates_in = "SET"}, state);
    }
    void operator()(const SetVariable& item) const {
        check_element(variable(item.variable.text, item.variable.span), scope, "SET", state);
        const StaticType type = check_expression(item.value, scope, {.no_aggregates_in = "SET"}, state);
        if (!is_element(type) && type.kind != StaticType::Map) {
            state.error(item.value.span,
                        fmt::format("properties are taken from a Map, a Node or a Relationship, not from {}",
                                    type_text(type)),
                        "InvalidArgumentType", "to set one property, name it: `n.key = ...`");
        }
        note_made_keys(item.value, type, state);
    }
    void operator()(const SetLabels& item) const { check_labelled(item.variable, scope, "SET", state); }
};

// What a SET sets is no unknown name in it: SET n.visits = coalesce(n.visits, 0) + 1.
void note_made(const std::vector<SetItem>& items, CheckState& state) {
    for (const auto& item : items) {
        if (const auto* property = std::get_if<SetProperty>(&item))
            state.made_keys.insert(property->key.text);
        if (const auto* labels = std::get_if<SetLabels>(&item)) {
            for (const auto& label : labels->labels) state.made_labels.insert(label.text);
        }
    }
}

void check_items(const std::vector<SetItem>& items, const Scope& scope, CheckState& state) {
    for (const auto& item : items) std::visit(SetItemChecker{scope, state}, item);
}

}  // namespace

void check_create(const Create& create, Scope& scope, CheckState& state) {
    check_new_pattern(create.pattern.parts, false, scope, state);
}

void check_merge(const Merge& merge, Scope& scope, CheckState& state) {
    check_new_pattern({merge.pattern}, true, scope, state);
    note_made(merge.on_create, state);
    note_made(merge.on_match, state);
    check_items(merge.on_create, scope, state);
    check_items(merge.on_match, scope, state);
}

void check_set(const Set& set, const Scope& scope, CheckState& state) {
    note_made(set.items, state);
    check_items(set.items, scope, state);
}

void check_remove(const Remove& remove, const Scope& scope, CheckState& state) {
    for (const auto& each : remove.items) {
        if (const auto* property = std::get_if<RemoveProperty>(&each)) {
            check_element(property->object, scope, "REMOVE", state);
            state.check_key(property->key);
        } else {
            const auto& labels = std::get<RemoveLabels>(each);
            check_labelled(labels.variable, scope, "REMOVE", state);
            for (const auto& label : labels.labels) state.check_label(label);
        }
    }
}

void check_delete(const Delete& clause, const Scope& scope, CheckState& state) {
    for (const auto& expression : clause.expressions) {
        if (std::holds_alternative<HasLabels>(expression.node)) {
            state.error(expression.span, "DELETE takes nodes, relationships and paths, not labels or types",
                        "InvalidDelete", "REMOVE takes a label away");
            continue;
        }
        const StaticType type = check_expression(expression, scope, {.no_aggregates_in = "DELETE"}, state);
        if (is_element(type) || type.kind == StaticType::Path) continue;
        state.error(expression.span,
                    fmt::format("DELETE takes a Node, a Relationship or a Path, not {}", type_text(type)),
                    "InvalidArgumentType", "REMOVE takes a property away; FOREACH goes through a list");
    }
}

Scope check_foreach_head(const Foreach& foreach, const Scope& scope, CheckState& state) {
    const StaticType list = check_expression(foreach.list, scope, {.no_aggregates_in = "FOREACH"}, state);
    if (!list.unknown() && list.kind != StaticType::List) {
        state.error(foreach.list.span, fmt::format("FOREACH takes a List, not {}", type_text(list)),
                    "InvalidArgumentType");
    }
    if (scope.find(foreach.variable.text) != nullptr) {
        state.error(foreach.variable.span,
                    fmt::format("the variable `{}` exists already", foreach.variable.text),
                    "VariableAlreadyBound");
    }
    Scope inside = scope;
    inside.declare(foreach.variable.text,
                   list.kind == StaticType::List ? StaticType(list.element) : StaticType());
    return inside;
}

}  // namespace hearsay::engine
