// Going through an expression: its children, the variables that it reads.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "grammar/tree/tree.hpp"

namespace hearsay::engine {

using Names = std::set<std::string, std::less<>>;

// Calls `visit` for every expression directly inside this one, those of its patterns included. Expressions of
// a subquery's clauses (EXISTS { MATCH ... }) are not children: they have scopes of their own.
void for_each_child(const grammar::Expression& expression,
                    const std::function<void(const grammar::Expression&)>& visit);
void for_each_child(grammar::Expression& expression, const std::function<void(grammar::Expression&)>& visit);

// Calls `visit` for the expressions in a pattern: the values of its property maps.
void for_each_expression(const grammar::PatternPart& part,
                         const std::function<void(const grammar::Expression&)>& visit);

// The names of the pattern's variables: nodes, relationships, the path.
Names variables_of(const grammar::PatternPart& part);

// The variables that the expression reads from around it. Variables that a pattern comprehension or a
// subquery brings in itself may be among them: the caller keeps only those that it knows.
Names variables_read(const grammar::Expression& expression);

// CREATE, MERGE, SET, REMOVE, DELETE, FOREACH?
bool changes_graph(const grammar::Clause& clause);

// Does it look for patterns in the graph: a pattern predicate or comprehension, EXISTS { ... }?
bool has_subquery(const grammar::Expression& expression);

// Is it the function's name, in any case?
bool is_called(std::string_view name, std::string_view in_small_letters);

// Replaces, from the outside in, each expression for which `replacement` gives one; what was replaced is not
// entered.
void replace(
    grammar::Expression& expression,
    const std::function<std::optional<grammar::Expression>(const grammar::Expression&)>& replacement);

// Short ways to build a tree.
grammar::Expression variable(std::string name, grammar::Span span = {});
grammar::Expression property(std::string object, grammar::Name key);
grammar::Expression equal(grammar::Expression left, grammar::Expression right);
// The variable holds a node that is in the graph: HasLabels of no label, which only plans have.
grammar::Expression is_node(std::string variable);

// Adds the parts of a conjunction (a AND b AND c) to `parts`; anything else is one part.
void split_conjunction(const grammar::Expression& expression, std::vector<grammar::Expression>& parts);

}  // namespace hearsay::engine
