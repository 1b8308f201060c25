#include <algorithm>
#include <cmath>

#include "tests/fuzz/random_queries/oracle.hpp"

namespace hearsay::random_queries {
namespace {

Value negated(Truth truth) {
    return truth ? Value(!*truth) : Value();
}

std::int64_t whole(const Value& value) {
    const auto* i = value.as<std::int64_t>();
    if (i == nullptr) throw Failure("not an integer");
    return *i;
}

const List& list_of(const Value& value) {
    const auto* list = value.as<List>();
    if (list == nullptr) throw Failure("not a list");
    return *list;
}

const std::string& text_of(const Value& value) {
    const auto* text = value.as<std::string>();
    if (text == nullptr) throw Failure("not a text");
    return *text;
}

std::size_t length(const Value& value) {
    if (const auto* text = value.as<std::string>()) return text->size();
    if (const auto* list = value.as<List>()) return list->size();
    return 0;
}

// SET n.s = n.s + n.s doubles a text row by row.
constexpr std::size_t longest = 50'000;  // text or list

Value whole_arithmetic(const std::string& name, std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    bool too_large = false;
    if (name == "+") too_large = __builtin_add_overflow(a, b, &result);
    if (name == "-") too_large = __builtin_sub_overflow(a, b, &result);
    if (name == "*") too_large = __builtin_mul_overflow(a, b, &result);
    if (name == "/" || name == "%") {
        if (b == 0) throw Failure("division by zero");
        if (b == -1) return name == "%" ? Value(0) : whole_arithmetic("-", 0, a);
        result = name == "/" ? a / b : a % b;
    }
    if (too_large) throw Failure("integer overflow");
    return result;
}

Value arithmetic(const std::string& name, const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return {};
    if (name == "+") {
        if (length(a) + length(b) > longest) throw TooMuch{};
        if (const auto* x = a.as<List>()) {
            List sum = *x;
            if (const auto* y = b.as<List>()) {
                sum.insert(sum.end(), y->begin(), y->end());
            } else {
                sum.push_back(b);
            }
            return Value(sum, a.in_any_order || b.in_any_order);
        }
        if (const auto* y = b.as<List>()) {
            List sum{a};
            sum.insert(sum.end(), y->begin(), y->end());
            return Value(sum, b.in_any_order);
        }
        const auto *x = a.as<std::string>(), *y = b.as<std::string>();
        if (x != nullptr && y != nullptr) return *x + *y;
        if (x != nullptr && b.as<std::int64_t>() != nullptr) return *x + literal(b);
        if (y != nullptr && a.as<std::int64_t>() != nullptr) return literal(a) + *y;
    }
    if (!a.is_number() || !b.is_number()) throw Failure("not a number");
    if (name == "^") return std::pow(a.number(), b.number());
    const auto *x = a.as<std::int64_t>(), *y = b.as<std::int64_t>();
    if (x != nullptr && y != nullptr) return whole_arithmetic(name, *x, *y);
    if (name == "+") return a.number() + b.number();
    if (name == "-") return a.number() - b.number();
    if (name == "*") return a.number() * b.number();
    if (name == "/") return a.number() / b.number();
    return std::fmod(a.number(), b.number());
}

Truth is_in(const Value& what, const Value& list) {
    if (list.is_null()) return std::nullopt;
    Truth found = false;
    for (const Value& each : list_of(list)) {
        const Truth one = equals(what, each);
        if (one == true) return true;
        if (!one) found = std::nullopt;
    }
    return found;
}

Value slice(const Value& list, const Value& from, const Value& to) {
    if (list.is_null() || from.is_null() || to.is_null()) return {};
    const List& all = list_of(list);
    const auto size = std::ssize(all);
    const auto place = [&](const Value& value) {
        const std::int64_t i = whole(value);
        return std::clamp<std::int64_t>(i < 0 ? i + size : i, 0, size);
    };
    const std::int64_t begin = place(from), end = place(to);
    return begin < end ? Value(List(all.begin() + begin, all.begin() + end)) : Value(List{});
}

}  // namespace

Truth Oracle::truth(const Value& value) {
    if (value.is_null()) return std::nullopt;
    if (const auto* b = value.as<bool>()) return *b;
    throw Failure("not a Boolean");
}

Value Oracle::property_of(const Value& of, const std::string& key) {
    if (of.is_null()) return {};
    const Map* properties = of.as<Map>();
    if (const auto* n = of.as<NodeRef>()) {
        if (graph_.nodes[n->index].deleted) throw Failure("the node is deleted");
        properties = &graph_.nodes[n->index].properties;
    }
    if (const auto* e = of.as<EdgeRef>()) {
        if (graph_.edges[e->index].deleted) throw Failure("the relationship is deleted");
        properties = &graph_.edges[e->index].properties;
    }
    if (properties == nullptr) throw Failure("has no properties");
    const auto found = properties->find(key);
    return found == properties->end() ? Value() : found->second;
}

// AND, OR and XOR. Whether the second operand is looked at where the first decides is open.
Value Oracle::evaluate_logic(const Expression& e, const Row& row) {
    try {
        const Truth a = truth(evaluate(e.parts[0], row)), b = truth(evaluate(e.parts[1], row));
        if (e.name == "AND") {
            if (a == false || b == false) return false;
            return a && b ? Value(true) : Value();
        }
        if (e.name == "OR") {
            if (a == true || b == true) return true;
            return a && b ? Value(false) : Value();
        }
        return a && b ? Value(*a != *b) : Value();
    } catch (const Failure& failure) {
        throw Unsure(failure.what());
    }
}

Value Oracle::evaluate_infix(const std::string& name, const Value& a, const Value& b) {
    if (name == "=") return of_truth(equals(a, b));
    if (name == "<>") return negated(equals(a, b));
    if (name == "IN") return of_truth(is_in(a, b));
    if (name == "<" || name == "<=" || name == ">" || name == ">=") {
        const auto by = compare(a, b);
        if (!by) {
            const auto is_nan = [](const Value& v) {
                return v.as<double>() != nullptr && std::isnan(v.number());
            };
            return a.is_number() && b.is_number() && (is_nan(a) || is_nan(b)) ? Value(false) : Value();
        }
        return name == "<" ? *by < 0 : name == "<=" ? *by <= 0 : name == ">" ? *by > 0 : *by >= 0;
    }
    if (name == "STARTS WITH" || name == "ENDS WITH" || name == "CONTAINS") {
        const auto *x = a.as<std::string>(), *y = b.as<std::string>();
        if (x == nullptr || y == nullptr) return {};
        if (name == "STARTS WITH") return x->starts_with(*y);
        if (name == "ENDS WITH") return x->ends_with(*y);
        return x->find(*y) != std::string::npos;
    }
    return arithmetic(name, a, b);
}

Value Oracle::evaluate_quantifier(const Expression& e, const Row& row) {
    const Value list = evaluate(e.parts[0], row);
    if (list.is_null()) return {};
    int yes = 0, no = 0, unknown = 0;
    for (const Value& each : list_of(list)) {
        Row inner = row;
        inner[e.variable] = each;
        Truth holds;
        try {
            holds = truth(evaluate(e.parts[1], inner));
        } catch (const Failure& failure) {
            throw Unsure(failure.what());
        }
        ++(holds == true ? yes : holds == false ? no : unknown);
    }
    if (e.name == "all") return no > 0 ? Value(false) : unknown > 0 ? Value() : Value(true);
    if (e.name == "any") return yes > 0 ? Value(true) : unknown > 0 ? Value() : Value(false);
    if (e.name == "none") return yes > 0 ? Value(false) : unknown > 0 ? Value() : Value(true);
    return yes > 1 ? Value(false) : unknown > 0 ? Value() : Value(yes == 1);
}

Table Oracle::subquery(const Query& query, const Row& row) {
    Table input{{}, {row}};
    for (const auto& [name, value] : row) input.names.push_back(name);
    const Rows* outer = group_;
    group_ = nullptr;
    try {
        Table result = run_parts(query, input);
        group_ = outer;
        return result;
    } catch (const Failure& failure) {
        throw Unsure(failure.what());
    }
}

// How often the patterns of an EXISTS or COUNT fit.
std::size_t Oracle::count(const Expression& e, const Row& row) {
    const std::optional<Expression> where = e.parts.empty() ? std::nullopt : std::optional(e.parts[0]);
    return match(e.paths, where, row).size();
}

Value Oracle::aggregate(const Expression& e) {
    if (group_ == nullptr) throw Failure("an aggregate of nothing");
    if (e.parts.empty()) return group_->size();
    List values;
    for (const Row& row : *group_) {
        Value value = evaluate(e.parts[0], row);
        const bool again = e.distinct && std::any_of(values.begin(), values.end(),
                                                     [&](const Value& each) { return same(each, value); });
        if (!value.is_null() && !again) values.push_back(std::move(value));
    }
    if (e.name == "count") return values.size();
    if (e.name == "collect") return Value(values, true);
    if (e.name == "min" || e.name == "max") {
        const auto less = [](const Value& a, const Value& b) { return order(a, b) < 0; };
        if (values.empty()) return {};
        return e.name == "min" ? *std::min_element(values.begin(), values.end(), less)
                               : *std::max_element(values.begin(), values.end(), less);
    }
    Value sum = 0;
    for (const Value& each : values) sum = arithmetic("+", sum, each);
    if (e.name == "sum") return sum;
    return values.empty() ? Value() : Value(sum.number() / static_cast<double>(values.size()));  // avg
}

Value Oracle::evaluate(const Expression& e, const Row& row) {
    const auto part = [&](std::size_t i) { return evaluate(e.parts[i], row); };
    switch (e.is) {
        case Is::Literal:
            return e.value;
        case Is::Parameter:
            return parameters_.at(e.name);
        case Is::Variable: {
            const auto found = row.find(e.name);
            if (found == row.end()) throw std::out_of_range("undefined variable " + e.name);
            return found->second;
        }
        case Is::Property:
            return property_of(part(0), e.name);
        case Is::Labelled: {
            const Value node = part(0);
            if (node.is_null()) return {};
            return graph_.nodes[alive_node(node)].labels.contains(e.name);
        }
        case Is::Prefix: {
            const Value operand = part(0);
            if (e.name == "NOT") return negated(truth(operand));
            return arithmetic("-", operand.as<double>() != nullptr ? Value(-0.0) : Value(0), operand);
        }
        case Is::Infix:
            if (e.name == "AND" || e.name == "OR" || e.name == "XOR") return evaluate_logic(e, row);
            return evaluate_infix(e.name, part(0), part(1));
        case Is::Postfix:
            return part(0).is_null() == (e.name == "IS NULL");
        case Is::ListOf: {
            List list;
            for (std::size_t i = 0; i < e.parts.size(); ++i) list.push_back(part(i));
            return list;
        }
        case Is::MapOf: {
            Map map;
            for (std::size_t i = 0; i < e.parts.size(); ++i) map[e.keys[i]] = part(i);
            return map;
        }
        case Is::Index: {
            const Value list = part(0), place = part(1);
            if (list.is_null() || place.is_null()) return {};
            const List& all = list_of(list);
            const std::int64_t i = whole(place) < 0 ? whole(place) + std::ssize(all) : whole(place);
            return i < 0 || i >= std::ssize(all) ? Value() : all[static_cast<std::size_t>(i)];
        }
        case Is::Slice:
            return slice(part(0), part(1), part(2));
        case Is::Case:
            for (std::size_t i = 0; i + 1 < e.parts.size(); i += 2) {
                if (truth(part(i)) == true) return part(i + 1);
            }
            return evaluate(e.parts.back(), row);
        case Is::CaseOf: {
            const Value of = part(0);
            for (std::size_t i = 1; i + 1 < e.parts.size(); i += 2) {
                if (equals(of, part(i)) == true) return part(i + 1);
            }
            return evaluate(e.parts.back(), row);
        }
        case Is::Function: {
            List arguments;
            for (std::size_t i = 0; i < e.parts.size(); ++i) arguments.push_back(part(i));
            return call(e.name, arguments);
        }
        case Is::Aggregate:
            return aggregate(e);
        case Is::Quantifier:
            return evaluate_quantifier(e, row);
        case Is::ListOfEach: {
            const Value list = part(0);
            if (list.is_null()) return {};
            List made;
            for (const Value& each : list_of(list)) {
                Row inner = row;
                inner[e.variable] = each;
                if (is_true(e.parts[1], inner)) made.push_back(evaluate(e.parts[2], inner));
            }
            return Value(made, list.in_any_order);
        }
        case Is::Reduce: {
            const Value list = part(1);
            if (list.is_null()) return {};
            Row inner = row;
            inner[e.name] = part(0);
            for (const Value& each : list_of(list)) {
                inner[e.variable] = each;
                inner[e.name] = evaluate(e.parts[2], inner);
            }
            return inner[e.name];
        }
        case Is::Exists:
            return count(e, row) > 0;
        case Is::Count:
            return count(e, row);
        case Is::Fits:
            return !match(e.paths, std::nullopt, row).empty();
        case Is::PathsOfEach: {
            List made;
            for (const Row& each : match(e.paths, e.parts[0], row))
                made.push_back(evaluate(e.parts[1], each));
            return Value(made, true);
        }
        case Is::ExistsQuery:
            return !subquery(*e.query, row).rows.empty();
        case Is::CountQuery:
            return subquery(*e.query, row).rows.size();
        case Is::CollectQuery: {
            List made;
            for (const Row& each : subquery(*e.query, row).rows) made.push_back(each.begin()->second);
            return Value(made, true);
        }
    }
    return {};
}

Value Oracle::call(const std::string& name, const List& arguments) {
    if (name == "coalesce") {
        for (const Value& each : arguments) {
            if (!each.is_null()) return each;
        }
        return {};
    }
    for (const Value& each : arguments) {
        if (each.is_null()) return {};
    }
    const Value& a = arguments[0];
    const auto of_path = [&]() -> const PathRef& {
        if (a.as<PathRef>() == nullptr) throw Failure("not a path");
        return *a.as<PathRef>();
    };
    if (name == "size")
        return a.as<std::string>() != nullptr ? a.as<std::string>()->size() : list_of(a).size();
    if (name == "toUpper" || name == "toLower") {
        std::string text = text_of(a);
        for (char& c : text) c = static_cast<char>(name == "toUpper" ? std::toupper(c) : std::tolower(c));
        return text;
    }
    if (name == "left") return text_of(a).substr(0, static_cast<std::size_t>(whole(arguments[1])));
    if (name == "right") {
        const auto wanted = static_cast<std::size_t>(whole(arguments[1]));
        return text_of(a).substr(text_of(a).size() - std::min(wanted, text_of(a).size()));
    }
    if (name == "substring") {
        const auto from = static_cast<std::size_t>(whole(arguments[1]));
        return from > text_of(a).size() ? "" : text_of(a).substr(from);
    }
    if (name == "toString") return a.as<std::string>() != nullptr ? a : Value(literal(a));
    if (name == "reverse") {
        if (const auto* text = a.as<std::string>()) return std::string(text->rbegin(), text->rend());
        return Value(List(list_of(a).rbegin(), list_of(a).rend()), a.in_any_order);
    }
    if (name == "head") return list_of(a).empty() ? Value() : list_of(a).front();
    if (name == "last") return list_of(a).empty() ? Value() : list_of(a).back();
    if (name == "tail") return list_of(a).empty() ? List{} : List(list_of(a).begin() + 1, list_of(a).end());
    if (name == "range") {
        List made;
        for (std::int64_t i = whole(a); i <= whole(arguments[1]); ++i) made.emplace_back(i);
        return made;
    }
    if (name == "abs") {
        if (!a.is_number()) throw Failure("not a number");
        return a.number() < 0 ? arithmetic("-", 0, a) : a;
    }
    if (name == "sign") {
        if (!a.is_number()) throw Failure("not a number");
        return a.number() < 0 ? -1 : a.number() > 0 ? 1 : 0;
    }
    if (name == "labels") {
        List made;
        for (const auto& label : graph_.nodes[alive_node(a)].labels) made.emplace_back(label);
        return Value(made, true);
    }
    if (name == "properties" || name == "keys") {
        Map map;
        if (const auto* given = a.as<Map>()) {
            map = *given;
        } else if (const auto* edge = a.as<EdgeRef>()) {
            if (graph_.edges[edge->index].deleted) throw Failure("the relationship is deleted");
            map = graph_.edges[edge->index].properties;
        } else {
            map = graph_.nodes[alive_node(a)].properties;
        }
        if (name == "properties") return map;
        List made;
        for (const auto& [key, value] : map) made.emplace_back(key);
        return Value(made, true);
    }
    if (name == "type" || name == "startNode" || name == "endNode") {
        if (a.as<EdgeRef>() == nullptr) throw Failure("not a relationship");
        const Edge& edge = graph_.edges[a.as<EdgeRef>()->index];
        if (name == "type") return edge.type;
        return NodeRef{name == "startNode" ? edge.from : edge.to};
    }
    if (name == "length") return of_path().edges.size();
    if (name == "nodes" || name == "relationships") {
        List made;
        if (name == "nodes") {
            for (const std::size_t each : of_path().nodes) made.emplace_back(NodeRef{each});
        } else {
            for (const std::size_t each : of_path().edges) made.emplace_back(EdgeRef{each});
        }
        return made;
    }
    throw std::out_of_range("unknown function " + name);
}

}  // namespace hearsay::random_queries
