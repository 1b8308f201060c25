// The clauses, and queries made of them.
#pragma once

#include "grammar/rules/patterns.hpp"

namespace hearsay::grammar::rules {

struct Where : seq<kw::WHERE, Expression> {};

// --- reading
// -------------------------------------------------------------------------------------------------
struct Optional : kw::OPTIONAL {};
struct Match : seq<opt<Optional>, kw::MATCH, Pattern, opt<Where>> {};
struct Unwind : seq<kw::UNWIND, Expression, kw::AS, Variable> {};

struct ProcedureName : seq<SymbolicName, star<symbol<'.'>, SchemaName>> {};
struct ProcedureArguments : seq<symbol<'('>, opt<list<Expression, symbol<','>>>, symbol<')'>> {};
struct YieldItem : seq<Variable, opt<kw::AS, Variable>> {};
struct YieldStar : symbol<'*'> {};
struct Yield : seq<kw::YIELD, sor<YieldStar, symbol<'-'>, list<YieldItem, symbol<','>>>, opt<Where>> {};
struct Call : seq<kw::CALL, ProcedureName, opt<ProcedureArguments>, opt<Yield>> {};

// --- projecting
// ----------------------------------------------------------------------------------------------
struct Star : symbol<'*'> {};
struct ProjectionItem : seq<Expression, opt<kw::AS, Variable>> {};
struct ProjectionItems
    : sor<seq<Star, star<symbol<','>, ProjectionItem>>, list<ProjectionItem, symbol<','>>> {};
struct Ascending : sor<kw::ASCENDING, kw::ASC> {};
struct Descending : sor<kw::DESCENDING, kw::DESC> {};
struct SortItem : seq<Expression, opt<sor<Ascending, Descending>>> {};
struct Order : seq<kw::ORDER, kw::BY, list<SortItem, symbol<','>>> {};
struct Skip : seq<kw::SKIP, Expression> {};
struct Limit : seq<kw::LIMIT, Expression> {};
struct ProjectionBody : seq<opt<Distinct>, ProjectionItems, opt<Order>, opt<Skip>, opt<Limit>> {};
struct With : seq<kw::WITH, ProjectionBody, opt<Where>> {};
struct Return : seq<kw::RETURN, ProjectionBody> {};

// --- updating
// ------------------------------------------------------------------------------------------------
struct Clause;
struct Create : seq<kw::CREATE, Pattern> {};

struct PropertyExpression : seq<Atom, plus<sor<PropertyLookup, ListOperator>>> {};
struct ReplaceVariable : seq<Variable, symbol<'='>, Expression> {};
struct AddToVariable : seq<Variable, symbol<'+', '='>, Expression> {};
struct SetLabels : seq<Variable, NodeLabels> {};
struct SetProperty : seq<PropertyExpression, symbol<'='>, Expression> {};
struct SetItem : sor<seq<at<SymbolicName, symbol<'='>>, ReplaceVariable>,
                     seq<at<SymbolicName, symbol<'+', '='>>, AddToVariable>,
                     seq<at<SymbolicName, one<':'>>, SetLabels>, SetProperty> {};
struct Set : seq<kw::SET, list<SetItem, symbol<','>>> {};

struct OnCreate : seq<kw::CREATE, Set> {};
struct OnMatch : seq<kw::MATCH, Set> {};
struct MergeAction : seq<kw::ON, sor<OnCreate, OnMatch>> {};
struct Merge : seq<kw::MERGE, PatternPart, star<MergeAction>> {};

struct RemoveLabels : seq<Variable, NodeLabels> {};
struct RemoveProperty : PropertyExpression {};
struct RemoveItem : sor<seq<at<SymbolicName, one<':'>>, RemoveLabels>, RemoveProperty> {};
struct Remove : seq<kw::REMOVE, list<RemoveItem, symbol<','>>> {};

struct Detach : kw::DETACH {};
struct Delete : seq<opt<Detach>, kw::DELETE, list<Expression, symbol<','>>> {};

struct Foreach
    : seq<kw::FOREACH, symbol<'('>, Variable, kw::IN_, Expression, symbol<'|'>, plus<Clause>, symbol<')'>> {};

// --- queries
// ------------------------------------------------------------------------------------------------- Which
// clause may follow which is checked when the tree is built, where the message can say why.
struct Clause : sor<Match, Unwind, With, Return, Call, Create, Merge, Set, Remove, Delete, Foreach> {};
struct SingleQuery : plus<Clause> {};
struct All : kw::ALL {};
struct Union : seq<kw::UNION, opt<All>> {};
struct RegularQuery : list<SingleQuery, Union> {};

// EXISTS { query }  or  EXISTS { pattern WHERE ... }
struct SubqueryBody : sor<seq<at<sor<one<'('>, seq<SymbolicName, one<'='>>, seq<ShortestPathWord, one<'('>>>>,
                              Pattern, opt<Where>>,
                          RegularQuery> {};

}  // namespace hearsay::grammar::rules
