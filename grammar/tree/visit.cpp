#include "grammar/tree/visit.hpp"

#include <algorithm>
#include <type_traits>

namespace hearsay::engine {

using namespace grammar;

namespace {

// One body for both kinds of constness: E is Expression or const Expression.
template <class E, class Visit>
struct Children {
    const Visit& visit;

    template <class B>
    void optional(B& box) const {
        if (box) visit(**box);
    }
    template <class P>
    void pattern(P& part) const {
        for (auto& node : part.nodes) optional(node.properties);
        for (auto& relationship : part.relationships) optional(relationship.properties);
    }
    template <class T>
    void operator()(T& node) const {
        using N = std::remove_const_t<T>;
        if constexpr (std::is_same_v<N, ListLiteral>) {
            for (auto& item : node.items) visit(item);
        } else if constexpr (std::is_same_v<N, MapLiteral>) {
            for (auto& entry : node.entries) visit(entry.second);
        } else if constexpr (std::is_same_v<N, MapProjection>) {
            visit(*node.object);
            for (auto& entry : node.entries) visit(entry.second);
        } else if constexpr (std::is_same_v<N, PropertyLookup> || std::is_same_v<N, HasLabels>) {
            visit(*node.object);
        } else if constexpr (std::is_same_v<N, Subscript>) {
            visit(*node.object);
            visit(*node.index);
        } else if constexpr (std::is_same_v<N, Slice>) {
            visit(*node.object);
            optional(node.from);
            optional(node.to);
        } else if constexpr (std::is_same_v<N, Unary>) {
            visit(*node.operand);
        } else if constexpr (std::is_same_v<N, Binary>) {
            visit(*node.left);
            visit(*node.right);
        } else if constexpr (std::is_same_v<N, Comparison>) {
            visit(*node.first);
            for (auto& rest : node.rest) visit(rest.second);
        } else if constexpr (std::is_same_v<N, FunctionCall>) {
            for (auto& argument : node.arguments) visit(argument);
        } else if constexpr (std::is_same_v<N, Case>) {
            optional(node.subject);
            for (auto& alternative : node.alternatives) {
                visit(alternative.first);
                visit(alternative.second);
            }
            optional(node.otherwise);
        } else if constexpr (std::is_same_v<N, ListComprehension>) {
            visit(*node.list);
            optional(node.filter);
            optional(node.projection);
        } else if constexpr (std::is_same_v<N, PatternComprehension>) {
            pattern(node.pattern);
            optional(node.filter);
            visit(*node.projection);
        } else if constexpr (std::is_same_v<N, Quantifier>) {
            visit(*node.list);
            optional(node.filter);
        } else if constexpr (std::is_same_v<N, Reduce>) {
            visit(*node.initial);
            visit(*node.list);
            visit(*node.expression);
        } else if constexpr (std::is_same_v<N, PatternPredicate>) {
            pattern(node.pattern);
        } else if constexpr (std::is_same_v<N, Subquery>) {
            if (node.pattern) {
                for (auto& part : node.pattern->parts) pattern(part);
            }
            optional(node.filter);
        }  // the rest are leaves
    }
};

void read_query(const Query& query, Names& names);

void add_all(const Names& from, const Names& but, Names& names) {
    for (const auto& name : from) {
        if (!but.contains(name)) names.insert(name);
    }
}

void read(const Expression& expression, Names& names) {
    if (const auto* leaf = std::get_if<Variable>(&expression.node)) {
        names.insert(leaf->name);
    } else if (const auto* comprehension = std::get_if<ListComprehension>(&expression.node)) {
        read(*comprehension->list, names);
        Names inner;
        if (comprehension->filter) read(**comprehension->filter, inner);
        if (comprehension->projection) read(**comprehension->projection, inner);
        add_all(inner, {comprehension->variable.text}, names);
    } else if (const auto* quantifier = std::get_if<Quantifier>(&expression.node)) {
        read(*quantifier->list, names);
        Names inner;
        if (quantifier->filter) read(**quantifier->filter, inner);
        add_all(inner, {quantifier->variable.text}, names);
    } else if (const auto* reduce = std::get_if<Reduce>(&expression.node)) {
        read(*reduce->initial, names);
        read(*reduce->list, names);
        Names inner;
        read(*reduce->expression, inner);
        add_all(inner, {reduce->accumulator.text, reduce->variable.text}, names);
    } else {
        if (const auto* pattern = std::get_if<PatternPredicate>(&expression.node)) {
            names.merge(variables_of(pattern->pattern));
        } else if (const auto* listed = std::get_if<PatternComprehension>(&expression.node)) {
            names.merge(variables_of(listed->pattern));
        } else if (const auto* subquery = std::get_if<Subquery>(&expression.node)) {
            if (subquery->pattern) {
                for (const auto& part : subquery->pattern->parts) names.merge(variables_of(part));
            }
            if (subquery->query) read_query(**subquery->query, names);
        }
        for_each_child(expression, [&names](const Expression& child) { read(child, names); });
    }
}

void read_projection(const Projection& projection, Names& names) {
    for (const auto& item : projection.items) read(item.expression, names);
    for (const auto& item : projection.order) read(item.expression, names);
}

void read_query(const Query& query, Names& names) {
    for (const auto& part : query.parts) {
        for (const auto& clause : part.clauses) {
            if (const auto* match = std::get_if<Match>(&clause.node)) {
                for (const auto& pattern : match->pattern.parts) {
                    names.merge(variables_of(pattern));
                    for_each_expression(pattern, [&names](const Expression& value) { read(value, names); });
                }
                if (match->where) read(*match->where, names);
            } else if (const auto* unwind = std::get_if<Unwind>(&clause.node)) {
                read(unwind->list, names);
            } else if (const auto* with = std::get_if<With>(&clause.node)) {
                read_projection(with->projection, names);
                if (with->where) read(*with->where, names);
            } else if (const auto* returned = std::get_if<Return>(&clause.node)) {
                read_projection(returned->projection, names);
            } else if (const auto* call = std::get_if<Call>(&clause.node)) {
                if (call->arguments) {
                    for (const auto& argument : *call->arguments) read(argument, names);
                }
            }
        }
    }
}

}  // namespace

void for_each_child(const Expression& expression, const std::function<void(const Expression&)>& visit) {
    std::visit(Children<const Expression, std::function<void(const Expression&)>>{visit}, expression.node);
}

void for_each_child(Expression& expression, const std::function<void(Expression&)>& visit) {
    std::visit(Children<Expression, std::function<void(Expression&)>>{visit}, expression.node);
}

void for_each_expression(const PatternPart& part, const std::function<void(const Expression&)>& visit) {
    Children<const Expression, std::function<void(const Expression&)>>{visit}.pattern(part);
}

Names variables_of(const PatternPart& part) {
    Names names;
    if (part.variable) names.insert(part.variable->text);
    for (const auto& node : part.nodes) {
        if (node.variable) names.insert(node.variable->text);
    }
    for (const auto& relationship : part.relationships) {
        if (relationship.variable) names.insert(relationship.variable->text);
    }
    return names;
}

Names variables_read(const Expression& expression) {
    Names names;
    read(expression, names);
    return names;
}

bool changes_graph(const Clause& clause) {
    return std::visit(
        []<class T>(const T&) {
            return std::is_same_v<T, Create> || std::is_same_v<T, Merge> || std::is_same_v<T, Set> ||
                   std::is_same_v<T, Remove> || std::is_same_v<T, Delete> || std::is_same_v<T, Foreach>;
        },
        clause.node);
}

bool is_called(std::string_view name, std::string_view in_small_letters) {
    return std::equal(
        name.begin(), name.end(), in_small_letters.begin(), in_small_letters.end(),
        [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

bool has_subquery(const Expression& expression) {
    if (std::holds_alternative<PatternPredicate>(expression.node) ||
        std::holds_alternative<PatternComprehension>(expression.node) ||
        std::holds_alternative<Subquery>(expression.node)) {
        return true;
    }
    bool found = false;
    for_each_child(expression, [&found](const Expression& child) { found = found || has_subquery(child); });
    return found;
}

void replace(Expression& expression,
             const std::function<std::optional<Expression>(const Expression&)>& replacement) {
    if (auto other = replacement(expression)) {
        expression = std::move(*other);
        return;
    }
    for_each_child(expression, [&replacement](Expression& child) { replace(child, replacement); });
}

Expression variable(std::string name, Span span) {
    return {Variable{std::move(name)}, span};
}

Expression property(std::string object, Name key) {
    const Span span = key.span;
    return {PropertyLookup{variable(std::move(object), span), std::move(key)}, span};
}

Expression equal(Expression left, Expression right) {
    const Span span{std::min(left.span.begin, right.span.begin), std::max(left.span.end, right.span.end)};
    Comparison comparison{std::move(left), {}};
    comparison.rest.emplace_back(ComparisonOperator::Equal, std::move(right));
    return {std::move(comparison), span};
}

Expression is_node(std::string name) {
    return {HasLabels{variable(std::move(name)), {}}, {}};
}

void split_conjunction(const Expression& expression, std::vector<Expression>& parts) {
    const auto* binary = std::get_if<Binary>(&expression.node);
    if (binary != nullptr && binary->op == BinaryOperator::And) {
        split_conjunction(*binary->left, parts);
        split_conjunction(*binary->right, parts);
    } else {
        parts.push_back(expression);
    }
}

}  // namespace hearsay::engine
