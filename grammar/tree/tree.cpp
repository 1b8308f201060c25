#include "grammar/tree/tree.hpp"

namespace hearsay::grammar {

template <class T>
requires is_alternative_of<T, Expression::Node> Expression::Expression(T alternative, Span where)
    : node(std::move(alternative)), span(where) {}

Expression::Expression() = default;
Expression::Expression(const Expression&) = default;
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(const Expression&) = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;

template Expression::Expression(NullLiteral, Span);
template Expression::Expression(BooleanLiteral, Span);
template Expression::Expression(IntegerLiteral, Span);
template Expression::Expression(FloatLiteral, Span);
template Expression::Expression(StringLiteral, Span);
template Expression::Expression(ListLiteral, Span);
template Expression::Expression(MapLiteral, Span);
template Expression::Expression(Parameter, Span);
template Expression::Expression(Variable, Span);
template Expression::Expression(PropertyLookup, Span);
template Expression::Expression(Subscript, Span);
template Expression::Expression(Slice, Span);
template Expression::Expression(HasLabels, Span);
template Expression::Expression(Unary, Span);
template Expression::Expression(Binary, Span);
template Expression::Expression(Comparison, Span);
template Expression::Expression(CountStar, Span);
template Expression::Expression(FunctionCall, Span);
template Expression::Expression(Case, Span);
template Expression::Expression(ListComprehension, Span);
template Expression::Expression(PatternComprehension, Span);
template Expression::Expression(Quantifier, Span);
template Expression::Expression(Reduce, Span);
template Expression::Expression(PatternPredicate, Span);
template Expression::Expression(Subquery, Span);
template Expression::Expression(MapProjection, Span);

template <class T>
requires is_alternative_of<T, Clause::Node> Clause::Clause(T alternative, Span where)
    : node(std::move(alternative)), span(where) {}

Clause::Clause() = default;
Clause::Clause(const Clause&) = default;
Clause::Clause(Clause&&) noexcept = default;
Clause& Clause::operator=(const Clause&) = default;
Clause& Clause::operator=(Clause&&) noexcept = default;
Clause::~Clause() = default;

template Clause::Clause(Match, Span);
template Clause::Clause(Unwind, Span);
template Clause::Clause(With, Span);
template Clause::Clause(Return, Span);
template Clause::Clause(Call, Span);
template Clause::Clause(Create, Span);
template Clause::Clause(Set, Span);
template Clause::Clause(Merge, Span);
template Clause::Clause(Remove, Span);
template Clause::Clause(Delete, Span);
template Clause::Clause(Foreach, Span);

Statement::Statement() = default;
Statement::Statement(Prefix its_prefix, Query query, Span where)
    : prefix(its_prefix), body(std::move(query)), span(where) {}
Statement::Statement(Prefix its_prefix, ShortForm form, Span where)
    : prefix(its_prefix), body(std::move(form)), span(where) {}
Statement::Statement(Prefix its_prefix, IndexCommand command, Span where)
    : prefix(its_prefix), body(std::move(command)), span(where) {}
Statement::Statement(const Statement&) = default;
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(const Statement&) = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

}  // namespace hearsay::grammar
