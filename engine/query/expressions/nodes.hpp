// How each kind of compiled expression is made. `span` is where errors point.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/query/expressions/evaluate.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::engine::expressions {

// collections.cpp
Compiled make_list(std::vector<Compiled> items);
Compiled make_map(std::vector<std::pair<std::string, Compiled>> entries);

// map_projection.cpp: object {...}. `entries` gives a map; `all` the object's properties, or is nullptr.
Compiled make_map_projection(Compiled object, Compiled all, Compiled entries);

// access.cpp
Compiled make_property(Compiled object, std::string key, grammar::Span span);
Compiled make_subscript(Compiled object, Compiled index, grammar::Span span);
Compiled make_slice(Compiled list, Compiled from, Compiled to,
                    grammar::Span span);  // from and to may be nullptr
Compiled make_has_labels(Compiled object, std::vector<std::string> labels, grammar::Span span);
Compiled make_is_node(Compiled object);  // of the graph

// logic.cpp
Compiled make_not(Compiled operand, grammar::Span operand_span);
Compiled make_null_test(Compiled operand, bool null_is_true);
Compiled make_connective(bool conjunction, Compiled left, grammar::Span left_span, Branch right,
                         grammar::Span right_span);
Compiled make_exclusive_or(Compiled left, grammar::Span left_span, Compiled right, grammar::Span right_span);

// arithmetic.cpp
Compiled make_sign(bool negative, Compiled operand, grammar::Span span);
Compiled make_arithmetic(grammar::BinaryOperator op, Compiled left, Compiled right, grammar::Span span);

// comparison.cpp
Compiled make_comparison(Compiled first, std::vector<std::pair<grammar::ComparisonOperator, Compiled>> rest);
Compiled make_membership(Compiled element, Compiled list, grammar::Span list_span);

// string_predicates.cpp, regular_expression.cpp
Compiled make_text_test(grammar::BinaryOperator op, Compiled text, Compiled part);
Compiled make_match(Compiled text, Compiled pattern, grammar::Span pattern_span);

// choice.cpp
struct Alternative {
    Branch when, then;
    grammar::Span when_span;
};
// The subject is nullptr where CASE has none.
Compiled make_case(Compiled subject, std::vector<Alternative> alternatives, std::optional<Branch> otherwise);
Compiled make_coalesce(std::vector<Branch> choices);

// list_scopes.cpp: expressions with a variable of their own. `columns` are the outer columns that are read
// inside.
struct ListScope {
    Compiled list;
    grammar::Span list_span;
    std::size_t variable = 0;  // the column of the variable
    std::vector<std::size_t> columns;
};
Compiled make_list_comprehension(ListScope scope, Compiled filter, grammar::Span filter_span,
                                 Compiled projection);
Compiled make_quantifier(grammar::QuantifierKind kind, ListScope scope, Compiled filter,
                         grammar::Span filter_span);
Compiled make_reduce(ListScope scope, std::size_t accumulator, Compiled initial, Compiled step);

}  // namespace hearsay::engine::expressions
