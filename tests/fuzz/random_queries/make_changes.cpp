#include <algorithm>

#include "tests/fuzz/random_queries/make_graph.hpp"
#include "tests/fuzz/random_queries/make_query.hpp"

namespace hearsay::random_queries {
namespace {

Type type_of_key(const std::string& key) {
    static const std::map<std::string, Type> types_of_keys{{"i", Type::Integer},  {"f", Type::Float},
                                                           {"s", Type::Text},     {"b", Type::Boolean},
                                                           {"l", Type::Integers}, {"m", Type::Any}};
    return types_of_keys.at(key);
}

}  // namespace

KeyValues QueryMaker::new_properties() {
    KeyValues made;
    for (const auto& key : all_keys) {
        if (!dice_.chance(25)) continue;
        // Lists are written without nulls in them, which no property can hold.
        const bool computed = dice_.chance(35) && key != "l" && key != "m";
        made.emplace_back(key,
                          computed ? expression(type_of_key(key), 1) : literal_of(make_value(dice_, key)));
    }
    return made;
}

// A pattern to be made. Nodes that are bound already come without labels and properties.
Path QueryMaker::new_path(bool merging) {
    Path made;
    Scope here;
    const auto node = [&](bool alone) {
        NodePattern pattern;
        const Scope bound = of_type(Type::Node);
        if (!alone && !bound.empty() && dice_.chance(50)) {
            pattern.name = dice_.of(bound).name;
        } else if (!alone && !here.empty() && dice_.chance(20)) {
            pattern.name = dice_.of(here).name;
        } else {
            if (dice_.chance(60)) {
                pattern.name = fresh("n");
                here.push_back({pattern.name, Type::Node});
            }
            for (const auto& label : all_labels) {
                if (dice_.chance(35)) pattern.labels.push_back(label);
            }
            pattern.properties = new_properties();
            if (merging && pattern.properties.size() > 1) pattern.properties.resize(1);
        }
        return pattern;
    };
    const int relationships = dice_.chance(35) ? 0 : dice_.chance(80) ? 1 : 2;
    made.nodes.push_back(node(relationships == 0));
    for (int i = 0; i < relationships; ++i) {
        RelationshipPattern pattern;
        pattern.types = {dice_.of(all_types)};
        pattern.way = merging && dice_.chance(30) ? 0 : dice_.chance(50) ? 1 : -1;
        if (dice_.chance(60)) pattern.name = fresh("r");
        pattern.properties = new_properties();
        if (merging && !pattern.properties.empty()) pattern.properties.resize(dice_.below(2));
        made.relationships.push_back(std::move(pattern));
        made.nodes.push_back(node(false));
    }
    scope_.insert(scope_.end(), here.begin(), here.end());
    for (const auto& each : made.relationships) {
        if (!each.name.empty()) scope_.push_back({each.name, Type::Edge});
    }
    return made;
}

Clause QueryMaker::create() {
    Clause made{Clause::Kind::Create};
    made.paths.push_back(new_path(false));
    return made;
}

std::vector<Change> QueryMaker::changes(const Scope& of, int most) {
    std::vector<Change> made;
    for (int i = dice_.between(1, most); i > 0; --i) {
        const Variable& element = dice_.of(of);
        Change change;
        change.name = element.name;
        if (element.type == Type::Node && dice_.chance(25)) {
            change.what = Change::What::Labels;
            change.labels = {dice_.of(all_labels)};
        } else if (dice_.chance(20)) {
            change.what = dice_.chance(60) ? Change::What::AddMap : Change::What::ReplaceByMap;
            if (dice_.chance(25)) {
                change.value = variable(dice_.of(of).name);
            } else {
                change.value = {Is::MapOf};
                for (auto& [key, value] : new_properties()) {
                    change.value.keys.push_back(key);
                    change.value.parts.push_back(value);
                }
            }
        } else {
            change.key = dice_.of(std::vector<std::string>{"i", "f", "s", "b", "l", "m"});
            change.value = dice_.chance(10) ? literal_of({}) : literal_of(make_value(dice_, change.key));
            if (dice_.chance(50) && change.key != "l" && change.key != "m")
                change.value = dice_.chance(5) && change.key == "i" ? risky_integer()
                                                                    : expression(type_of_key(change.key), 2);
        }
        made.push_back(std::move(change));
    }
    return made;
}

Clause QueryMaker::merge() {
    Clause made{Clause::Kind::Merge};
    made.paths.push_back(new_path(true));
    Scope elements = of_type(Type::Node);
    for (const auto& each : of_type(Type::Edge)) elements.push_back(each);
    if (!elements.empty() && dice_.chance(30)) made.changes = changes(elements, 1);
    if (!elements.empty() && dice_.chance(30)) made.on_create = changes(elements, 1);
    return made;
}

Clause QueryMaker::remove() {
    Clause made{Clause::Kind::Remove};
    Scope elements = of_type(Type::Node);
    for (const auto& each : of_type(Type::Edge)) elements.push_back(each);
    const Variable& of = dice_.of(elements);
    Change change;
    change.name = of.name;
    if (of.type == Type::Node && dice_.chance(50)) {
        change.what = Change::What::Labels;
        change.labels = {dice_.of(all_labels)};
    } else {
        change.key = dice_.of(all_keys);
    }
    made.changes.push_back(std::move(change));
    return made;
}

Clause QueryMaker::erase() {
    Clause made{Clause::Kind::Delete};
    Scope elements = of_type(Type::Node);
    for (const auto& each : of_type(Type::Edge)) elements.push_back(each);
    for (const auto& each : of_type(Type::Path)) elements.push_back(each);
    for (int i = dice_.between(1, 2); i > 0; --i) made.deleted.push_back(variable(dice_.of(elements).name));
    made.detach = dice_.chance(60);
    return made;
}

Clause QueryMaker::for_each() {
    Clause made{Clause::Kind::ForEach};
    const Scope outer = scope_;
    made.list = list(1);
    made.variable = fresh("x");
    scope_.push_back({made.variable, Type::Integer});
    Scope elements = of_type(Type::Node);
    Clause inner{Clause::Kind::Set};
    if (!elements.empty() && dice_.chance(50)) {
        inner.changes = changes(elements, 2);
    } else {
        inner = dice_.chance(50) ? create() : merge();
    }
    made.body.push_back(std::move(inner));
    scope_ = outer;
    return made;
}

Clause QueryMaker::change_clause() {
    const bool elements = !of_type(Type::Node).empty() || !of_type(Type::Edge).empty();
    const int which = dice_.between(0, 99);
    if (which < 25 || (!elements && which < 60)) return create();
    if (which < 45 || (!elements && which < 85)) return merge();
    if (!elements || which >= 92) return for_each();
    if (which < 72) {
        Scope of = of_type(Type::Node);
        for (const auto& each : of_type(Type::Edge)) of.push_back(each);
        Clause made{Clause::Kind::Set};
        made.changes = changes(of, 3);
        return made;
    }
    return which < 80 ? remove() : erase();
}

std::vector<Clause> QueryMaker::changing_clauses() {
    std::vector<Clause> made = reading_clauses(dice_.between(0, 2));
    bool erased = false, detached = true;
    for (int i = dice_.between(1, 3); i > 0 && !erased; --i) {
        // Between a clause that changes and one that reads stands a WITH.
        made.push_back(change_clause());
        erased = made.back().kind == Clause::Kind::Delete;
        detached = detached && (!erased || made.back().detach);
        if (!erased && dice_.chance(15)) made.push_back(with());
    }
    if (dice_.chance(30) && made.back().kind != Clause::Kind::With) return made;
    // What may be gone is not asked for, or only to see it refused.
    if (erased && !dice_.chance(8))
        std::erase_if(scope_, [](const Variable& each) {
            return each.type == Type::Node || each.type == Type::Edge || each.type == Type::Path ||
                   each.type == Type::Walk || each.type == Type::Shortest || each.type == Type::Nodes;
        });
    if (detached && dice_.chance(30)) {
        made.push_back(with());
        made.push_back(match(dice_.chance(30)));
    }
    made.push_back({Clause::Kind::Return});
    project(made.back(), true);
    return made;
}

}  // namespace hearsay::random_queries
