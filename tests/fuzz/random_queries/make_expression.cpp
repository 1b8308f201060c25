#include <algorithm>
#include <limits>

#include "tests/fuzz/random_queries/make_graph.hpp"
#include "tests/fuzz/random_queries/make_query.hpp"

namespace hearsay::random_queries {

QueryMaker::Scope QueryMaker::of_type(Type type) const {
    Scope found;
    for (const auto& each : scope_) {
        if (each.type == type) found.push_back(each);
    }
    return found;
}
std::optional<std::string> QueryMaker::name_of(Type type) {
    const Scope all = of_type(type);
    return all.empty() ? std::nullopt : std::optional(dice_.of(all).name);
}
std::optional<Expression> QueryMaker::variable_of(Type type) {
    const auto name = name_of(type);
    return name ? std::optional(variable(*name)) : std::nullopt;
}

Expression QueryMaker::literal_for(Type type) {
    static const std::map<Type, std::string> key_of{{Type::Integer, "i"},  {Type::Float, "f"},
                                                    {Type::Text, "s"},     {Type::Boolean, "b"},
                                                    {Type::Integers, "l"}, {Type::Any, "m"}};
    const Value value = dice_.chance(6) ? Value() : make_value(dice_, key_of.at(type));
    if (!dice_.chance(8)) return literal_of(value);
    Expression parameter{Is::Parameter, "q" + std::to_string(++parameters_)};
    parameter.value = value;
    return parameter;
}

// x.key of a node or an edge; a literal where there is none.
Expression QueryMaker::property_of_something(const std::string& key) {
    Scope elements = of_type(Type::Node);
    for (const auto& each : of_type(Type::Edge)) elements.push_back(each);
    if (elements.empty()) return literal_of(make_value(dice_, key));
    return property(dice_.of(elements).name, key);
}

Expression QueryMaker::expression(Type type, int depth) {
    switch (type) {
        case Type::Integer:
            return integer(depth);
        case Type::Float:
            return floating(depth);
        case Type::Text:
            return text(depth);
        case Type::Boolean:
            return condition(depth);
        case Type::Integers:
            return list(depth);
        default:
            return any(depth);
    }
}

Expression QueryMaker::each_of(Is is, int depth) {
    Expression made{is};
    if (is == Is::Case) {
        made.parts = {condition(depth), integer(depth)};
        if (dice_.chance(30)) made.parts.insert(made.parts.end(), {condition(depth), integer(depth)});
    } else {
        made.parts = {integer(depth), literal_for(Type::Integer), integer(depth)};
    }
    made.parts.push_back(integer(depth));
    return made;
}

Expression QueryMaker::integer(int depth) {
    if (depth <= 0 || dice_.chance(35)) {
        if (dice_.chance(35)) {
            if (auto bound = variable_of(Type::Integer)) return *bound;
        }
        return dice_.chance(60) ? property_of_something("i") : literal_for(Type::Integer);
    }
    switch (dice_.below(12)) {
        case 0:
        case 1:
            return infix(integer(depth - 1), dice_.of(std::vector<std::string>{"+", "-", "*"}),
                         integer(depth - 1));
        case 2:
            return infix(integer(depth - 1), dice_.chance(50) ? "/" : "%", literal_of(dice_.between(1, 3)));
        case 3:
            return with_parts(Is::Function, "size", {dice_.chance(50) ? list(depth - 1) : text(depth - 1)});
        case 4:
            return each_of(dice_.chance(60) ? Is::Case : Is::CaseOf, depth - 1);
        case 5:
            return with_parts(Is::Function, "coalesce", {integer(depth - 1), literal_for(Type::Integer)});
        case 6:
            return with_parts(Is::Function, dice_.chance(50) ? "abs" : "sign", {integer(depth - 1)});
        case 7:
            for (const Type type : {Type::Path, Type::Shortest}) {
                if (auto path = variable_of(type)) return with_parts(Is::Function, "length", {*path});
            }
            for (const Type type : {Type::Walk, Type::Bag, Type::Nodes}) {
                if (auto bag = variable_of(type)) return with_parts(Is::Function, "size", {*bag});
            }
            return with_parts(Is::Prefix, "-", {integer(depth - 1)});
        case 8: {
            if (nested_ > 0) return literal_for(Type::Integer);
            Expression count{Is::Count};
            const Scope outer = scope_;
            ++nested_;
            count.paths = paths(true);
            if (dice_.chance(40)) count.parts = {condition(1)};
            --nested_;
            scope_ = outer;
            return count;
        }
        case 9: {
            Expression made{Is::Reduce, fresh("sum")};
            made.parts = {literal_of(0), list(depth - 1)};
            made.variable = fresh("e");
            made.parts.push_back(infix(variable(made.name), "+", variable(made.variable)));
            return made;
        }
        case 10:
            return with_parts(Is::Index, "", {list(depth - 1), literal_of(dice_.between(-2, 2))});
        default:
            return with_parts(Is::Function, dice_.chance(50) ? "head" : "last", {list(depth - 1)});
    }
}

// What may fail: only where a failure is sure to be seen.
Expression QueryMaker::risky_integer() {
    switch (dice_.below(of_type(Type::Node).empty() ? 2 : 3)) {
        case 0:
            return infix(literal_of(dice_.between(0, 3)), dice_.chance(50) ? "/" : "%", integer(1));
        case 1:
            return infix(literal_of(std::numeric_limits<std::int64_t>::max() - dice_.between(0, 2)), "+",
                         integer(1));
        default:
            return infix(property_of_something("m"), dice_.of(std::vector<std::string>{"-", "*"}),
                         integer(0));
    }
}

Expression QueryMaker::floating(int depth) {
    if (depth <= 0 || dice_.chance(50)) {
        if (dice_.chance(30)) {
            if (auto bound = variable_of(Type::Float)) return *bound;
        }
        return dice_.chance(60) ? property_of_something("f") : literal_for(Type::Float);
    }
    return infix(floating(depth - 1), dice_.of(std::vector<std::string>{"+", "-", "*", "/"}),
                 integer(depth - 1));
}

Expression QueryMaker::text(int depth) {
    if (depth <= 0 || dice_.chance(45)) {
        if (dice_.chance(30)) {
            if (auto bound = variable_of(Type::Text)) return *bound;
        }
        return dice_.chance(60) ? property_of_something("s") : literal_for(Type::Text);
    }
    switch (dice_.below(6)) {
        case 0:
            return infix(text(depth - 1), "+", text(depth - 1));
        case 1:
            return with_parts(Is::Function,
                              dice_.of(std::vector<std::string>{"toUpper", "toLower", "reverse"}),
                              {text(depth - 1)});
        case 2:
            return with_parts(Is::Function, dice_.of(std::vector<std::string>{"left", "right", "substring"}),
                              {text(depth - 1), literal_of(dice_.between(0, 2))});
        case 3:
            if (auto edge = variable_of(Type::Edge)) return with_parts(Is::Function, "type", {*edge});
            return literal_for(Type::Text);
        case 4:
            return with_parts(Is::Function, "coalesce", {text(depth - 1), literal_for(Type::Text)});
        default:
            return with_parts(Is::Function, "toString", {integer(depth - 1)});
    }
}

Expression QueryMaker::list(int depth) {
    if (depth <= 0 || dice_.chance(35)) {
        if (dice_.chance(30)) {
            if (auto bound = variable_of(Type::Integers)) return *bound;
        }
        return dice_.chance(50) ? property_of_something("l") : literal_for(Type::Integers);
    }
    switch (dice_.below(6)) {
        case 0: {
            Expression made{Is::ListOf};
            for (int i = dice_.between(0, 3); i > 0; --i) made.parts.push_back(integer(depth - 1));
            return made;
        }
        case 1:
            return infix(list(depth - 1), "+", dice_.chance(50) ? list(depth - 1) : integer(depth - 1));
        case 2:
            return with_parts(
                Is::Slice, "",
                {list(depth - 1), literal_of(dice_.between(-2, 2)), literal_of(dice_.between(-2, 3))});
        case 3:
            return with_parts(Is::Function, "range",
                              {literal_of(dice_.between(0, 2)), literal_of(dice_.between(0, 3))});
        case 4: {
            Expression made{Is::ListOfEach};
            const Scope outer = scope_;
            made.variable = fresh("e");
            made.parts.push_back(list(depth - 1));
            scope_.push_back({made.variable, Type::Integer});
            made.parts.push_back(condition(depth - 1));
            made.parts.push_back(integer(depth - 1));
            scope_ = outer;
            return made;
        }
        default:
            return with_parts(Is::Function, dice_.chance(50) ? "tail" : "reverse", {list(depth - 1)});
    }
}

Expression QueryMaker::any(int depth) {
    switch (dice_.below(7)) {
        case 0:
            return integer(depth);
        case 1:
            return floating(depth);
        case 2:
            return text(depth);
        case 3:
            return list(depth);
        case 4:
            return condition(depth);
        case 5:
            if (auto bound = variable_of(Type::Any)) return *bound;
            [[fallthrough]];
        default:
            return property_of_something("m");
    }
}

// EXISTS, COUNT or COLLECT { MATCH ... RETURN ... }
Expression QueryMaker::query_in_braces(Is is) {
    const Scope outer = scope_;
    ++nested_;
    Query query;
    query.parts.push_back({match(false)});
    if (dice_.chance(30)) query.parts[0].push_back(match(true));
    query.parts[0].push_back({Clause::Kind::Return});
    query.parts[0].back().items.push_back({integer(1), fresh("x")});
    query.parts[0].back().distinct = dice_.chance(20);
    --nested_;
    scope_ = outer;
    Expression made{is};
    made.query = std::make_shared<const Query>(std::move(query));
    return made;
}

// A pattern comprehension.
Expression QueryMaker::paths_of_each() {
    const Scope outer = scope_;
    ++nested_;
    Scope bound;
    Expression made{Is::PathsOfEach};
    made.paths.push_back(path(dice_.between(1, 2), true, bound));
    for (const auto& each : bound) {
        const auto same_name = [&](const Variable& other) { return other.name == each.name; };
        if (std::none_of(scope_.begin(), scope_.end(), same_name)) scope_.push_back(each);
    }
    made.parts = {condition(1), integer(1)};
    --nested_;
    scope_ = outer;
    return made;
}

Expression QueryMaker::pattern_condition(int depth) {
    if (nested_ == 0 && dice_.chance(25)) {
        if (dice_.chance(60)) return query_in_braces(Is::ExistsQuery);
        return infix(query_in_braces(Is::CountQuery), ">", literal_of(dice_.between(0, 3)));
    }
    const Scope outer = scope_;
    ++nested_;
    Expression made{Is::Exists};
    made.paths = paths(true);
    if (dice_.chance(50)) made.parts = {condition(depth - 1)};
    --nested_;
    scope_ = outer;
    return made;
}

// A condition for WHERE, where a pattern may stand for itself.
Expression QueryMaker::where() {
    Expression made = condition(2);
    if (!dice_.chance(12)) return made;
    Scope nothing;
    Expression fits{Is::Fits};
    fits.paths.push_back(path(dice_.between(1, 2), false, nothing));
    if (dice_.chance(40)) fits = with_parts(Is::Prefix, "NOT", {fits});
    return dice_.chance(50) ? fits : infix(made, dice_.chance(60) ? "AND" : "OR", fits);
}

Expression QueryMaker::simple_condition(int depth) {
    static const std::vector<std::string> comparisons{"=", "<>", "<", "<=", ">", ">="};
    static const std::vector<std::string> text_tests{"STARTS WITH", "ENDS WITH", "CONTAINS"};
    switch (dice_.below(13)) {
        case 0:
        case 1:
            return infix(integer(depth), dice_.of(comparisons), integer(depth));
        case 2:
            return infix(text(depth), dice_.of(comparisons), text(depth));
        case 3:
            return infix(text(depth), dice_.of(text_tests), text(0));
        case 4:
            return infix(floating(depth), dice_.of(comparisons), integer(depth));
        case 5:
            return with_parts(Is::Postfix, dice_.chance(50) ? "IS NULL" : "IS NOT NULL", {any(depth)});
        case 6:
            return infix(integer(depth), "IN", list(depth));
        case 7:
            return infix(any(0), dice_.of(comparisons), any(0));
        case 8:
            if (auto node = variable_of(Type::Node))
                return with_parts(Is::Labelled, dice_.of(all_labels), {*node});
            return property_of_something("b");
        case 9: {
            auto one = variable_of(Type::Node), other = variable_of(Type::Node);
            if (!one) return property_of_something("b");
            auto edge = variable_of(Type::Edge);
            if (edge && dice_.chance(30))
                one = with_parts(Is::Function, dice_.chance(50) ? "startNode" : "endNode", {*edge});
            return infix(*one, dice_.chance(60) ? "=" : "<>", *other);
        }
        case 10:
            for (const Type type : {Type::Node, Type::Edge, Type::Path}) {
                if (!dice_.chance(50)) continue;
                if (auto element = variable_of(type))
                    return with_parts(Is::Postfix, dice_.chance(50) ? "IS NULL" : "IS NOT NULL", {*element});
            }
            return property_of_something("b");
        case 11: {
            Expression made{Is::Quantifier,
                            dice_.of(std::vector<std::string>{"all", "any", "none", "single"})};
            const Scope outer = scope_;
            made.variable = fresh("e");
            auto path = variable_of(Type::Path), walk = variable_of(Type::Walk),
                 shortest = variable_of(Type::Shortest);
            if (path && dice_.chance(60)) {
                const bool nodes = dice_.chance(50);
                made.parts.push_back(with_parts(Is::Function, nodes ? "nodes" : "relationships", {*path}));
                scope_.push_back({made.variable, nodes ? Type::Node : Type::Edge});
            } else if (walk && dice_.chance(60)) {
                made.parts.push_back(*walk);
                scope_.push_back({made.variable, Type::Edge});
            } else {
                made.parts.push_back(list(depth));
                scope_.push_back({made.variable, Type::Integer});
            }
            made.parts.push_back(simple_condition(0));
            scope_ = outer;
            return made;
        }
        default:
            if (auto bound = variable_of(Type::Boolean)) return *bound;
            return dice_.chance(70) ? property_of_something("b") : literal_for(Type::Boolean);
    }
}

Expression QueryMaker::condition(int depth) {
    if (depth > 0 && dice_.chance(35)) {
        if (dice_.chance(25)) return with_parts(Is::Prefix, "NOT", {condition(depth - 1)});
        return infix(condition(depth - 1),
                     dice_.of(std::vector<std::string>{"AND", "AND", "OR", "OR", "XOR"}),
                     condition(depth - 1));
    }
    if (depth > 0 && nested_ < 2 && dice_.chance(15)) return pattern_condition(depth);
    return simple_condition(depth - 1);
}

}  // namespace hearsay::random_queries
