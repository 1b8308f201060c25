// Expressions, from the loosest operator to the tightest.
#pragma once

#include "grammar/rules/lookahead.hpp"

namespace hearsay::grammar::rules {

struct Where;
struct NodeLabels;
struct RelationshipsPattern;
struct ShortestPathPattern;
struct Pattern;
struct SubqueryBody;

struct OrExpression;
struct Expression : seq<OrExpression> {};

// --- OR, XOR, AND, NOT
// ---------------------------------------------------------------------------------------
struct XorExpression;
struct AndExpression;
struct NotExpression;
struct ComparisonExpression;
struct OrExpression : list<XorExpression, kw::OR> {};
struct XorExpression : list<AndExpression, kw::XOR> {};
struct AndExpression : list<NotExpression, kw::AND> {};
struct NotOperator : kw::NOT {};
struct NotExpression : seq<star<NotOperator>, ComparisonExpression> {};

// --- comparison
// ----------------------------------------------------------------------------------------------
struct Equal : seq<one<'='>, not_at<one<'~'>>, SP> {};
struct NotEqual : symbol<'<', '>'> {};
struct LessEqual : symbol<'<', '='> {};
struct GreaterEqual : symbol<'>', '='> {};
struct Less : symbol<'<'> {};
struct Greater : symbol<'>'> {};
struct ComparisonOperator : sor<Equal, NotEqual, LessEqual, GreaterEqual, Less, Greater> {};
struct StringListNullPredicateExpression;
struct ComparisonExpression : list<StringListNullPredicateExpression, ComparisonOperator> {};

// --- strings, lists, null
// ------------------------------------------------------------------------------------
struct AddOrSubtractExpression;
struct Matches : seq<symbol<'=', '~'>, AddOrSubtractExpression> {};
struct StartsWith : seq<kw::STARTS, kw::WITH, AddOrSubtractExpression> {};
struct EndsWith : seq<kw::ENDS, kw::WITH, AddOrSubtractExpression> {};
struct Contains : seq<kw::CONTAINS, AddOrSubtractExpression> {};
struct InList : seq<kw::IN_, AddOrSubtractExpression> {};
struct NullPredicate : seq<kw::IS, opt<NotOperator>, kw::NULL_> {};
struct PredicateTail : sor<Matches, InList, StartsWith, EndsWith, Contains, NullPredicate> {};
struct StringListNullPredicateExpression : seq<AddOrSubtractExpression, star<PredicateTail>> {};

// --- arithmetic
// ----------------------------------------------------------------------------------------------
struct Add : symbol<'+'> {};
struct Subtract : symbol<'-'> {};
struct Multiply : symbol<'*'> {};
struct Divide : symbol<'/'> {};
struct Modulo : symbol<'%'> {};
struct Power : symbol<'^'> {};
struct MultiplyDivideModuloExpression;
struct PowerOfExpression;
struct UnaryAddOrSubtractExpression;
struct NonArithmeticOperatorExpression;
struct AddOrSubtractOperator : sor<Add, Subtract> {};
struct MultiplyDivideModuloOperator : sor<Multiply, Divide, Modulo> {};
struct AddOrSubtractExpression : list<MultiplyDivideModuloExpression, AddOrSubtractOperator> {};
struct MultiplyDivideModuloExpression : list<PowerOfExpression, MultiplyDivideModuloOperator> {};
struct PowerOfExpression : list<UnaryAddOrSubtractExpression, Power> {};
struct PlusSign : symbol<'+'> {};
struct MinusSign : symbol<'-'> {};
struct UnaryAddOrSubtractExpression : seq<star<sor<PlusSign, MinusSign>>, NonArithmeticOperatorExpression> {};

// --- what follows an atom: .key [index] [from..to] :Label
// ------------------------------------------------------
struct PropertyLookup : seq<one<'.'>, not_at<one<'.'>>, SP, PropertyKeyName> {};
struct RangeDots : symbol<'.', '.'> {};
struct ListOperator
    : seq<symbol<'['>, sor<seq<RangeDots, opt<Expression>>, seq<Expression, opt<RangeDots, opt<Expression>>>>,
          symbol<']'>> {};
struct Atom;
struct NonArithmeticOperatorExpression : seq<Atom, star<sor<PropertyLookup, ListOperator>>, opt<NodeLabels>> {
};

// --- atoms
// ---------------------------------------------------------------------------------------------------
struct Variable : SymbolicName {};

struct CaseAlternative : seq<kw::WHEN, Expression, kw::THEN, Expression> {};
struct CaseElse : seq<kw::ELSE, Expression> {};
struct CaseSubject : seq<not_at<kw::WHEN>, Expression> {};
struct CaseExpression : seq<kw::CASE, opt<CaseSubject>, plus<CaseAlternative>, opt<CaseElse>, kw::END> {};

struct CountStar : seq<kw::COUNT, symbol<'('>, symbol<'*'>, symbol<')'>> {};

struct FilterExpression : seq<Variable, kw::IN_, Expression, opt<Where>> {};
struct ProjectedExpression : seq<symbol<'|'>, Expression> {};
struct ListComprehension : seq<symbol<'['>, FilterExpression, opt<ProjectedExpression>, symbol<']'>> {};
struct PatternComprehension : seq<symbol<'['>, opt<Variable, symbol<'='>>, RelationshipsPattern, opt<Where>,
                                  ProjectedExpression, symbol<']'>> {};
// filter(x IN xs WHERE ...) and extract(x IN xs | ...): a list comprehension's older spelling
struct FilterOrExtractWord : sor<kw::FILTER, kw::EXTRACT> {};
struct FilterOrExtract
    : seq<FilterOrExtractWord, symbol<'('>, FilterExpression, opt<ProjectedExpression>, symbol<')'>> {};

struct AllQuantifier : kw::ALL {};
struct AnyQuantifier : kw::ANY {};
struct NoneQuantifier : kw::NONE {};
struct SingleQuantifier : kw::SINGLE {};
struct QuantifierWord : sor<AllQuantifier, AnyQuantifier, NoneQuantifier, SingleQuantifier> {};
struct Quantifier : seq<QuantifierWord, symbol<'('>, FilterExpression, symbol<')'>> {};

struct Reduce : seq<kw::REDUCE, symbol<'('>, Variable, symbol<'='>, Expression, symbol<','>, Variable,
                    kw::IN_, Expression, symbol<'|'>, Expression, symbol<')'>> {};

struct PatternPredicate : seq<RelationshipsPattern> {};
struct ShortestPathWord : sor<kw::SHORTESTPATH, kw::ALLSHORTESTPATHS> {};
struct ShortestPathAtom : seq<ShortestPathPattern> {};

struct CountWord : kw::COUNT {};
struct CollectWord : kw::COLLECT {};
struct SubqueryWord : sor<kw::EXISTS, CountWord, CollectWord> {};
struct Subquery : seq<SubqueryWord, symbol<'{'>, SubqueryBody, symbol<'}'>> {};

// n {.name, .*, key: n.x + 1, other}
struct AllProperties : seq<one<'.'>, symbol<'*'>> {};
struct MapProjectionItem
    : sor<AllProperties, PropertyLookup, seq<at<SchemaName, one<':'>>, MapEntry>, Variable> {};
struct MapProjection : seq<Variable, symbol<'{'>, opt<list<MapProjectionItem, symbol<','>>>, symbol<'}'>> {};

struct ParenthesizedExpression : seq<symbol<'('>, Expression, symbol<')'>> {};

struct FunctionName : seq<sor<seq<istring<'e', 'x', 'i', 's', 't', 's'>, WordEnd, SP>, SymbolicName>,
                          star<symbol<'.'>, SchemaName>> {};
struct Distinct : kw::DISTINCT {};
struct FunctionInvocation
    : seq<FunctionName, symbol<'('>, opt<Distinct>, opt<list<Expression, symbol<','>>>, symbol<')'>> {};

// A look ahead decides, once and for all: were the next form tried when the chosen one fails, a mistake in
// nested brackets would be read twice a level.
template <class LooksLike, class Rule, class Otherwise>
struct choose : if_then_else<LooksLike, Rule, Otherwise> {};

struct BracketAtom : choose<LooksLikeListComprehension, ListComprehension,
                            choose<LooksLikePatternComprehension, PatternComprehension, ListLiteral>> {};
struct ParenthesisAtom : choose<LooksLikeRelationshipsPattern, PatternPredicate, ParenthesizedExpression> {};

struct FilterAhead : seq<symbol<'('>, SymbolicName, kw::IN_> {};
struct PlainNameAtom : choose<at<FunctionName, one<'('>>, FunctionInvocation,
                              choose<at<SymbolicName, one<'{'>>, MapProjection, Variable>> {};
struct NamedAtom : choose<at<SubqueryWord, one<'{'>>, Subquery,
                          choose<at<kw::COUNT, symbol<'('>, one<'*'>>, CountStar,
                                 choose<at<QuantifierWord, FilterAhead>, Quantifier,
                                        choose<at<kw::REDUCE, symbol<'('>, SymbolicName, symbol<'='>>, Reduce,
                                               choose<at<FilterOrExtractWord, FilterAhead>, FilterOrExtract,
                                                      choose<at<ShortestPathWord, symbol<'('>, one<'('>>,
                                                             ShortestPathAtom, PlainNameAtom>>>>>> {};

struct Atom : sor<NumberLiteral, StringLiteral, TrueLiteral, FalseLiteral, NullLiteral, Parameter,
                  CaseExpression, BracketAtom, MapLiteral, ParenthesisAtom, NamedAtom> {};

}  // namespace hearsay::grammar::rules
