// The syntax tree of a statement: a set of variants, visited exhaustively, every node with its span.
// Names follow the openCypher grammar (openCypher 9).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "grammar/text/diagnostic.hpp"

namespace hearsay::grammar {

struct Expression;
struct Query;

// An owned node. Deep-copies, so that a rewriting can take a piece of one tree into another.
template <class T>
class Box {
  public:
    Box(T node) : node_(std::make_unique<T>(std::move(node))) {}
    Box(const Box& other) : node_(std::make_unique<T>(*other.node_)) {}
    Box(Box&&) noexcept = default;
    Box& operator=(const Box& other) { return *this = Box(other); }
    Box& operator=(Box&&) noexcept = default;
    T& operator*() { return *node_; }
    const T& operator*() const { return *node_; }
    T* operator->() { return node_.get(); }
    const T* operator->() const { return node_.get(); }

  private:
    std::unique_ptr<T> node_;
};

// A name as written, without its back-quotes.
struct Name {
    std::string text;
    Span span;
};

// --- patterns ------------------------------------------------------------------------------------------------
struct NodePattern {
    std::optional<Name> variable;
    std::vector<Name> labels;               // all of them
    std::optional<Box<Expression>> properties;  // a MapLiteral or a Parameter
    Span span;
};

enum class Direction { Right, Left, Either };  // -[]->  <-[]-  -[]- (and <-[]->)

// *   *2   *1..3   *..3   *1..   where `*2` is from 2 to 2; without `from` it is 1, without `to` there is no limit
struct Range {
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
};

struct RelationshipPattern {
    std::optional<Name> variable;
    std::vector<Name> types;  // any of them
    std::optional<Range> range;
    std::optional<Box<Expression>> properties;
    Direction direction = Direction::Either;
    Span span;
};

enum class PathSelector { All, Shortest, AllShortest };  // ...  shortestPath(...)  allShortestPaths(...)

struct PatternPart {
    std::optional<Name> variable;  // p = ...
    PathSelector selector = PathSelector::All;
    std::vector<NodePattern> nodes;                  // one more than relationships
    std::vector<RelationshipPattern> relationships;  // i joins nodes i and i+1
    Span span;
};

struct Pattern {
    std::vector<PatternPart> parts;
    Span span;
};

// --- expressions ---------------------------------------------------------------------------------------------
struct NullLiteral {};
struct BooleanLiteral { bool value; };
struct IntegerLiteral { std::int64_t value; };
struct FloatLiteral { double value; };
struct StringLiteral { std::string value; };  // escapes resolved
struct ListLiteral { std::vector<Expression> items; };
struct MapLiteral { std::vector<std::pair<Name, Expression>> entries; };
// variable {.key, .*, key: value, other}: `.key` is the entry {key, variable.key}, `other` the entry {other, other}.
struct MapProjection {
    Box<Expression> object;  // a Variable
    bool all = false;        // `.*`: its properties too, beside entries of the same name
    std::vector<std::pair<Name, Expression>> entries;
};
struct Parameter { std::string name; };  // $name, $0
struct Variable { std::string name; };
struct PropertyLookup { Box<Expression> object; Name key; };
struct Subscript { Box<Expression> object; Box<Expression> index; };
struct Slice { Box<Expression> object; std::optional<Box<Expression>> from, to; };
struct HasLabels { Box<Expression> object; std::vector<Name> labels; };

enum class UnaryOperator { Not, Plus, Minus, IsNull, IsNotNull };
struct Unary { UnaryOperator op; Box<Expression> operand; };

enum class BinaryOperator {
    Or, Xor, And,
    Add, Subtract, Multiply, Divide, Modulo, Power,
    In, StartsWith, EndsWith, Contains, Matches  // Matches: =~
};
// A long chain of OR, XOR or AND is built as a balanced tree; all others are left-associative.
struct Binary { BinaryOperator op; Box<Expression> left; Box<Expression> right; };

enum class ComparisonOperator { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
// a < b <= c is (a < b) AND (b <= c)
struct Comparison { Box<Expression> first; std::vector<std::pair<ComparisonOperator, Expression>> rest; };

struct CountStar {};
struct FunctionCall {
    Name name;  // with its namespace: "apoc.text.join"
    bool distinct = false;
    std::vector<Expression> arguments;
};
struct Case {
    std::optional<Box<Expression>> subject;
    std::vector<std::pair<Expression, Expression>> alternatives;  // WHEN, THEN
    std::optional<Box<Expression>> otherwise;
};
// [variable IN list WHERE filter | projection]
struct ListComprehension {
    Name variable;
    Box<Expression> list;
    std::optional<Box<Expression>> filter;
    std::optional<Box<Expression>> projection;
};
// [path = (a)-->(b) WHERE filter | projection]
struct PatternComprehension {
    PatternPart pattern;
    std::optional<Box<Expression>> filter;
    Box<Expression> projection;
};
enum class QuantifierKind { All, Any, None, Single };
struct Quantifier { QuantifierKind kind; Name variable; Box<Expression> list; std::optional<Box<Expression>> filter; };
// reduce(accumulator = initial, variable IN list | expression)
struct Reduce { Name accumulator; Box<Expression> initial; Name variable; Box<Expression> list; Box<Expression> expression; };
struct PatternPredicate { PatternPart pattern; };  // (a)-->(b) where a truth value is asked
enum class SubqueryKind { Exists, Count, Collect };
// EXISTS { pattern WHERE filter }  or  EXISTS { query }; so COUNT. COLLECT { query } has always a query.
struct Subquery {
    SubqueryKind kind = SubqueryKind::Exists;
    std::optional<Pattern> pattern;
    std::optional<Box<Expression>> filter;
    std::optional<Box<Query>> query;
};

// Making, copying and destroying a variant of so many types takes a compiler seconds in every file that does
// it. So what does it stands in tree.cpp, once.
template <class T, class Variant>
inline constexpr bool is_alternative_of = false;
template <class T, class... Alternatives>
inline constexpr bool is_alternative_of<T, std::variant<Alternatives...>> = (std::is_same_v<T, Alternatives> || ...);

struct Expression {
    using Node = std::variant<NullLiteral, BooleanLiteral, IntegerLiteral, FloatLiteral, StringLiteral, ListLiteral,
                              MapLiteral, Parameter, Variable, PropertyLookup, Subscript, Slice, HasLabels, Unary,
                              Binary, Comparison, CountStar, FunctionCall, Case, ListComprehension,
                              PatternComprehension, Quantifier, Reduce, PatternPredicate, Subquery, MapProjection>;
    Expression();  // NULL
    template <class T>
        requires is_alternative_of<T, Node>
    Expression(T alternative, Span where);
    Expression(const Expression&);
    Expression(Expression&&) noexcept;
    Expression& operator=(const Expression&);
    Expression& operator=(Expression&&) noexcept;
    ~Expression();

    Node node;
    Span span;
};

// --- clauses -------------------------------------------------------------------------------------------------
struct Match {
    bool optional = false;
    Pattern pattern;
    std::optional<Expression> where;
};
struct Unwind {
    Expression list;
    Name variable;
};
struct ProjectionItem {
    Expression expression;
    std::optional<Name> alias;  // without it, the column is called as the expression is written: text of its span
};
struct SortItem {
    Expression expression;
    bool descending = false;
};
struct Projection {  // the body of WITH and RETURN
    bool distinct = false;
    bool star = false;  // `*` stands first
    std::vector<ProjectionItem> items;
    std::vector<SortItem> order;
    std::optional<Expression> skip, limit;
};
struct With {
    Projection projection;
    std::optional<Expression> where;
};
struct Return {
    Projection projection;
};
struct YieldItem {
    Name field;
    std::optional<Name> alias;
};
struct Call {
    Name procedure;
    std::optional<std::vector<Expression>> arguments;  // without parentheses: taken from the parameters
    bool yield_star = false;
    std::vector<YieldItem> yields;
    std::optional<Expression> where;
};
struct Create {
    Pattern pattern;
};
struct SetProperty { Expression object; Name key; Expression value; };          // a.b = value
struct SetVariable { Name variable; Expression value; bool replace = true; };  // a = value; a += value
struct SetLabels { Name variable; std::vector<Name> labels; };                 // a:Label
using SetItem = std::variant<SetProperty, SetVariable, SetLabels>;
struct Set {
    std::vector<SetItem> items;
};
struct Merge {
    PatternPart pattern;
    std::vector<SetItem> on_create, on_match;
};
struct RemoveProperty { Expression object; Name key; };
struct RemoveLabels { Name variable; std::vector<Name> labels; };
struct Remove {
    std::vector<std::variant<RemoveProperty, RemoveLabels>> items;
};
struct Delete {
    bool detach = false;
    std::vector<Expression> expressions;
};
struct Clause;
struct Foreach {
    Name variable;
    Expression list;
    std::vector<Clause> body;  // updating clauses
};

struct Clause {
    using Node = std::variant<Match, Unwind, With, Return, Call, Create, Set, Merge, Remove, Delete, Foreach>;
    Clause();
    template <class T>
        requires is_alternative_of<T, Node>
    Clause(T alternative, Span where);
    Clause(const Clause&);
    Clause(Clause&&) noexcept;
    Clause& operator=(const Clause&);
    Clause& operator=(Clause&&) noexcept;
    ~Clause();

    Node node;
    Span span;
};

struct SingleQuery {
    std::vector<Clause> clauses;
};
struct Query {
    std::vector<SingleQuery> parts;  // joined by UNION; at least one
    std::vector<bool> all;           // one fewer than parts: UNION ALL?
    Span span;
};

// --- the short forms -----------------------------------------------------------------------------------------
// A question in plain words: WHO CLAIMS 'control of the village'.
struct ShortForm {
    std::string_view pattern;       // text/short_form.hpp: "WHO CLAIMS $words"
    std::vector<Expression> given;  // for each of its slots: a literal or a parameter
};

// --- commands about indexes ----------------------------------------------------------------------------------
enum class IndexKind { Range, Text };
struct CreateIndex {  // CREATE [RANGE | TEXT] INDEX [name] [IF NOT EXISTS] FOR (n:Label) ON (n.key)
    IndexKind kind = IndexKind::Range;
    std::optional<Name> name;
    bool if_not_exists = false;
    Name label, key;
};
struct DropIndex { Name name; bool if_exists = false; };  // DROP INDEX name [IF EXISTS]
struct ShowIndexes { std::optional<IndexKind> kind; };    // SHOW [ALL | RANGE | TEXT] INDEXES
using IndexCommand = std::variant<CreateIndex, DropIndex, ShowIndexes>;

enum class Prefix { None, Explain, Profile };

struct Statement {
    using Body = std::variant<Query, ShortForm, IndexCommand>;
    Statement();
    Statement(Prefix its_prefix, Query query, Span where);
    Statement(Prefix its_prefix, ShortForm form, Span where);
    Statement(Prefix its_prefix, IndexCommand command, Span where);
    Statement(const Statement&);
    Statement(Statement&&) noexcept;
    Statement& operator=(const Statement&);
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    Prefix prefix = Prefix::None;
    Body body;
    Span span;
};

}  // namespace hearsay::grammar
