#include "tests/fuzz/random_queries/make_query.hpp"

#include <algorithm>

#include "tests/fuzz/random_queries/make_graph.hpp"

namespace hearsay::random_queries {
namespace {

bool has_known_order(Type type) {  // the same wherever the rows come from
    return type == Type::Integer || type == Type::Float || type == Type::Text || type == Type::Boolean ||
           type == Type::Integers || type == Type::Any;
}
bool is_one_value(Type type) {  // equal to itself, however it was found
    return type != Type::Nodes && type != Type::Bag && type != Type::Shortest;
}

const std::vector<Type> value_types{Type::Integer, Type::Integer,  Type::Float, Type::Text,
                                    Type::Boolean, Type::Integers, Type::Any};

}  // namespace

Clause QueryMaker::match(bool optional) {
    Clause made{optional ? Clause::Kind::OptionalMatch : Clause::Kind::Match};
    made.paths = paths(false);
    if (dice_.chance(45)) made.where = where();
    return made;
}

Clause QueryMaker::unwind() {
    Clause made{Clause::Kind::Unwind};
    if (auto nodes = variable_of(Type::Nodes); nodes && dice_.chance(60)) {
        made.list = *nodes;
        made.variable = fresh("n");
        scope_.push_back({made.variable, Type::Node});
    } else if (auto walk = variable_of(Type::Walk); walk && dice_.chance(40)) {
        made.list = *walk;
        made.variable = fresh("r");
        scope_.push_back({made.variable, Type::Edge});
    } else {
        auto bag = variable_of(Type::Bag);
        made.list = bag && dice_.chance(60) ? *bag : list(2);
        made.variable = fresh("x");
        scope_.push_back({made.variable, Type::Integer});
    }
    return made;
}

void QueryMaker::project_groups(Clause& clause) {
    Scope after;
    for (int i = dice_.between(0, 2); i > 0; --i) {
        if (!scope_.empty() && dice_.chance(60)) {
            const Variable key = dice_.of(scope_);
            const auto is_there = [&](const Variable& each) { return each.name == key.name; };
            if (!is_one_value(key.type) || std::any_of(after.begin(), after.end(), is_there)) continue;
            clause.items.push_back({variable(key.name), key.name});
            after.push_back(key);
        } else {
            const Type type = dice_.of(value_types);
            const std::string alias = fresh("x");
            clause.items.push_back({expression(type, 1), alias});
            after.push_back({alias, type});
        }
    }
    for (int i = dice_.between(1, 2); i > 0; --i) {
        Expression made{Is::Aggregate, "count"};
        made.distinct = dice_.chance(30);
        Type type = Type::Integer;
        const std::string alias = fresh("x");
        switch (dice_.below(7)) {
            case 0:
                made.distinct = false;
                break;
            case 1:
            case 2:
                if (scope_.empty()) break;
                if (const Variable of = dice_.of(scope_); is_one_value(of.type))
                    made.parts = {variable(of.name)};
                break;
            case 3:
                made.name = "sum";
                made.parts = {integer(1)};
                break;
            case 4:
                type = dice_.of(std::vector<Type>{Type::Integer, Type::Text, Type::Any, Type::Float});
                made.name = dice_.chance(50) ? "min" : "max";
                made.parts = {expression(type, 1)};
                break;
            case 5:
                type = Type::Float;
                made.name = "avg";
                made.parts = {integer(1)};
                break;
            default:
                made.name = "collect";
                type = Type::Bag;
                made.parts = {integer(1)};
                if (auto node = variable_of(Type::Node); node && dice_.chance(50)) {
                    type = Type::Nodes;
                    made.parts = {*node};
                }
        }
        if (made.parts.empty()) made.distinct = false;
        if (made.name == "count" && dice_.chance(10))
            made = infix(made, "+", literal_of(dice_.between(0, 3)));
        clause.items.push_back({made, alias});
        after.push_back({alias, type});
    }
    scope_ = after;
}

void QueryMaker::project_rows(Clause& clause, bool last) {
    Scope after;
    if (!scope_.empty() && dice_.chance(last ? 8 : 25)) {
        const bool unclear = last && std::any_of(scope_.begin(), scope_.end(), [](const Variable& each) {
                                 return !is_one_value(each.type);
                             });
        if (!unclear) {
            clause.star = true;
            after = scope_;
        }
    }
    const auto is_there = [&](const std::string& name) {
        return std::any_of(after.begin(), after.end(),
                           [&](const Variable& each) { return each.name == name; });
    };
    const bool whole_lists = last && dice_.chance(30);
    for (int i = clause.star ? dice_.between(0, 1) : dice_.between(1, 4); i > 0; --i) {
        if (!scope_.empty() && !clause.star && dice_.chance(60)) {
            const Variable each = dice_.of(scope_);
            if (is_there(each.name) || (last && !is_one_value(each.type))) continue;
            clause.items.push_back({variable(each.name), each.name});
            after.push_back(each);
            continue;
        }
        Type type = dice_.of(value_types);
        Expression what = expression(type, 2);
        if (whole_lists) {
            if (auto node = variable_of(Type::Node))
                what =
                    with_parts(Is::Function,
                               dice_.of(std::vector<std::string>{"labels", "properties", "keys"}), {*node});
            if (auto path = variable_of(Type::Path); path && dice_.chance(50))
                what = with_parts(Is::Function, dice_.of(std::vector<std::string>{"nodes", "relationships"}),
                                  {*path});
            if (dice_.chance(30))
                what = dice_.chance(50) ? query_in_braces(Is::CollectQuery) : paths_of_each();
            type = Type::Bag;
        }
        std::string alias = fresh("x");
        if (!last && !scope_.empty() && dice_.chance(6)) {  // hides a variable
            const std::string hidden = dice_.of(scope_).name;
            if (!is_there(hidden)) alias = hidden;
        }
        clause.items.push_back({std::move(what), alias});
        after.push_back({alias, type});
    }
    if (clause.items.empty() && !clause.star) {
        const std::string alias = fresh("x");
        clause.items.push_back({integer(1), alias});
        after.push_back({alias, Type::Integer});
    }
    scope_ = after;
}

void QueryMaker::order(Clause& clause, const Scope& before) {
    const bool clear = std::all_of(scope_.begin(), scope_.end(),
                                   [](const Variable& each) { return has_known_order(each.type); });
    if (clear && !clause.star && dice_.chance(40)) {  // by everything: what comes first is known
        for (const auto& each : scope_) clause.order.push_back({variable(each.name), dice_.chance(40)});
        dice_.shuffle(clause.order);
        if (dice_.chance(70)) clause.limit = dice_.between(0, 4);
        if (dice_.chance(30)) clause.skip = dice_.between(0, 3);
        return;
    }
    const Scope after = scope_;
    const bool plain =
        !clause.distinct && std::none_of(clause.items.begin(), clause.items.end(),
                                         [](const Item& item) { return has_aggregate(item.what); });
    if (plain && dice_.chance(50)) {
        for (const auto& each : before) {
            const auto same_name = [&](const Variable& other) { return other.name == each.name; };
            if (std::none_of(scope_.begin(), scope_.end(), same_name)) scope_.push_back(each);
        }
    }
    for (int i = dice_.between(1, 2); i > 0; --i) {
        const Type type = dice_.of(std::vector<Type>{Type::Integer, Type::Text, Type::Any});
        Expression by = expression(type, 1);
        if (!plain || dice_.chance(20)) {
            if (clause.items.empty()) continue;
            const Item& item = dice_.of(clause.items);
            const auto known = [&](const Variable& each) {
                return each.name == item.alias && has_known_order(each.type);
            };
            if (std::none_of(after.begin(), after.end(), known)) continue;
            by = plain && dice_.chance(50) ? item.what : variable(item.alias);
        }
        clause.order.push_back({std::move(by), dice_.chance(40)});
    }
    scope_ = after;
}

void QueryMaker::project(Clause& clause, bool last) {
    const Scope before = scope_;
    if (dice_.chance(25)) {
        project_groups(clause);
    } else {
        project_rows(clause, last);
        clause.distinct =
            dice_.chance(15) && std::all_of(scope_.begin(), scope_.end(),
                                            [](const Variable& each) { return is_one_value(each.type); });
    }
    if (dice_.chance(30)) order(clause, before);
    if (last && !clause.limit && !clause.distinct && nested_ == 0 && dice_.chance(4)) {
        const Scope after = scope_;
        scope_ = before;
        if (std::none_of(clause.items.begin(), clause.items.end(),
                         [](const Item& each) { return has_aggregate(each.what); }))
            clause.items.push_back({risky_integer(), fresh("x")});
        scope_ = after;
    }
}

Clause QueryMaker::with() {
    Clause made{Clause::Kind::With};
    project(made, false);
    if (dice_.chance(25)) made.where = where();
    return made;
}

std::vector<Clause> QueryMaker::reading_clauses(int count) {
    std::vector<Clause> made;
    for (int i = 0; i < count; ++i) {
        const int which = dice_.between(0, 99);
        if (which < 45) {
            made.push_back(match(false));
        } else if (which < 70) {
            made.push_back(match(true));
        } else if (which < 80) {
            made.push_back(unwind());
        } else {
            made.push_back(with());
        }
    }
    return made;
}

std::vector<Clause> QueryMaker::query_part(int clauses) {
    std::vector<Clause> made = reading_clauses(clauses);
    made.push_back({Clause::Kind::Return});
    project(made.back(), true);
    return made;
}

Query QueryMaker::make() {
    Query made;
    if (dice_.chance(35)) {
        made.parts.push_back(changing_clauses());
        return made;
    }
    made.parts.push_back(query_part(dice_.between(0, 4)));
    if (!dice_.chance(6)) return made;
    // UNION: columns of the same names.
    made.union_all = dice_.chance(50);
    made.parts.clear();
    for (int i = 0; i < 2; ++i) {
        scope_.clear();
        std::vector<Clause> part = reading_clauses(dice_.between(1, 2));
        part.push_back({Clause::Kind::Return});
        part.back().items = {{integer(1), "u1"}, {text(1), "u2"}};
        if (auto node = variable_of(Type::Node); node && dice_.chance(30)) part.back().items[0].what = *node;
        made.parts.push_back(std::move(part));
    }
    return made;
}

}  // namespace hearsay::random_queries
