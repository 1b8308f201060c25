// What the recogniser saw: a flat record of the rules that matched, from which the tree is built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/short_form.hpp"

namespace hearsay::grammar {

// Named as the rules are (grammar/rules/); rules that are not here leave only their parts.
// clang-format off
enum class Kind : std::uint8_t {
    // chains: recorded only where there is something to join
    OrExpression, XorExpression, AndExpression, NotExpression, ComparisonExpression, StringListNullPredicateExpression,
    AddOrSubtractExpression, MultiplyDivideModuloExpression, PowerOfExpression, UnaryAddOrSubtractExpression,
    NonArithmeticOperatorExpression,
    // operators
    NotOperator, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Matches, StartsWith, EndsWith, Contains, InList,
    NullPredicate, Add, Subtract, Multiply, Divide, Modulo, Power, PlusSign, MinusSign, PropertyLookup, ListOperator,
    RangeDots, NodeLabels,
    // atoms
    DoubleLiteral, IntegerLiteral, StringLiteral, TrueLiteral, FalseLiteral, NullLiteral, Parameter, CaseExpression,
    CaseAlternative, CaseSubject, CaseElse, CountStar, Quantifier, AllQuantifier, AnyQuantifier, NoneQuantifier, SingleQuantifier,
    Reduce, FilterOrExtract, ShortestPathAtom, Subquery, CountWord, CollectWord, ListComprehension, PatternComprehension,
    ProjectedExpression, ListLiteral, MapLiteral, MapProjection, AllProperties,
    PropertyKeyName, PatternPredicate, ParenthesizedExpression,
    FunctionInvocation, FunctionName, Distinct, Variable,
    // patterns
    Pattern, PatternPart, ShortestSelector, AllShortestSelector, NodePattern, LabelName, RelationshipPattern,
    LeftArrowHead, RightArrowHead, RelTypeName, RangeLiteral, RangeFrom, RangeTo,
    // clauses
    Match, Optional, Where, Unwind, Call, ProcedureName, ProcedureArguments, Yield, YieldItem, YieldStar, With, Return,
    Star, ProjectionItem, SortItem, Descending, Skip, Limit, Create, Merge, OnCreate, OnMatch, Set, ReplaceVariable,
    AddToVariable, SetLabels, SetProperty, PropertyExpression, Remove, RemoveLabels, RemoveProperty, Delete, Detach, Foreach,
    // queries
    SingleQuery, Union, All, RegularQuery,
    // questions in plain words
    ShortForm,
    // commands about indexes
    CreateIndex, DropIndex, ShowIndexes, RangeIndex, TextIndex, IndexName, IfNotExists, IfExists,
    Explain, Profile, Statement
};
// clang-format on

class SyntaxRecord {
  public:
    static constexpr std::uint32_t none = UINT32_MAX;

    explicit SyntaxRecord(ShortForms forms) : short_forms{forms, 0, {}} {}

    struct Node {
        Kind kind;
        std::uint32_t begin, end;  // of the text, without white space behind
        std::uint32_t first;       // where the node's descendants begin, in the record
        std::uint32_t child;       // its first child, or none
        std::uint32_t next;        // its next sibling, or none
    };

    // --- for the recogniser
    // ---------------------------------------------------------------------------------------
    std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
    // The recogniser took a wrong turning: forget what was recorded since.
    void rewind(std::uint32_t size) { nodes_.resize(size); }
    void add(Kind kind, std::size_t begin, std::size_t end, std::uint32_t first);
    bool has_one_child_since(std::uint32_t first) const {
        return size() > first && nodes_.back().first == first;
    }
    void add_space(std::size_t begin, std::size_t end);

    // How deep the recogniser is in brackets now.
    std::size_t nesting = 0;
    ShortFormsAtHand short_forms;

    // --- for the builder
    // --------------------------------------------------------------------------------------------
    const Node& operator[](std::uint32_t index) const { return nodes_[index]; }
    const Node& root() const { return nodes_.back(); }

  private:
    std::uint32_t before_space(std::uint32_t end) const;

    std::vector<Node> nodes_;  // children stand before their parent
    std::vector<std::pair<std::uint32_t, std::uint32_t>> spaces_;
};

// Nesting of brackets that is understood. The recogniser takes up to 20 kB of stack a level under the
// sanitizers.
inline constexpr std::size_t max_nesting = 150;

struct NestingTooDeep {
    std::size_t position;
};

// Fills `record`, which knows the short forms, and says whether the whole text is a statement. Throws
// NestingTooDeep.
bool recognise(std::string_view text, SyntaxRecord& record);

}  // namespace hearsay::grammar
