// The grammar with the control that records what matched. One of the two places that instantiate it.
#include "grammar/build/syntax_record.hpp"
#include "grammar/rules/statement.hpp"
#include "grammar/text/statement_input.hpp"

namespace hearsay::grammar {

namespace {

namespace pegtl = tao::pegtl;

template <class Rule>
inline constexpr bool recorded = false;
template <class Rule>
inline constexpr Kind kind_of = Kind::Statement;

#define RECORDED(NAME)                                  \
    template <>                                         \
    inline constexpr bool recorded<rules::NAME> = true; \
    template <>                                         \
    inline constexpr Kind kind_of<rules::NAME> = Kind::NAME;
RECORDED(OrExpression)
RECORDED(XorExpression)
RECORDED(AndExpression)
RECORDED(NotExpression)
RECORDED(ComparisonExpression)
RECORDED(StringListNullPredicateExpression)
RECORDED(AddOrSubtractExpression)
RECORDED(MultiplyDivideModuloExpression)
RECORDED(PowerOfExpression)
RECORDED(UnaryAddOrSubtractExpression)
RECORDED(NonArithmeticOperatorExpression)
RECORDED(NotOperator)
RECORDED(Equal)
RECORDED(NotEqual)
RECORDED(Less)
RECORDED(LessEqual)
RECORDED(Greater)
RECORDED(GreaterEqual)
RECORDED(Matches)
RECORDED(StartsWith)
RECORDED(EndsWith)
RECORDED(Contains)
RECORDED(InList)
RECORDED(NullPredicate)
RECORDED(Add)
RECORDED(Subtract)
RECORDED(Multiply)
RECORDED(Divide)
RECORDED(Modulo)
RECORDED(Power)
RECORDED(PlusSign)
RECORDED(MinusSign)
RECORDED(PropertyLookup)
RECORDED(ListOperator)
RECORDED(RangeDots)
RECORDED(NodeLabels)
RECORDED(DoubleLiteral)
RECORDED(IntegerLiteral)
RECORDED(StringLiteral)
RECORDED(TrueLiteral)
RECORDED(FalseLiteral)
RECORDED(NullLiteral)
RECORDED(Parameter)
RECORDED(CaseExpression)
RECORDED(CaseAlternative)
RECORDED(CaseSubject)
RECORDED(CaseElse)
RECORDED(CountStar)
RECORDED(Quantifier)
RECORDED(AllQuantifier)
RECORDED(AnyQuantifier)
RECORDED(NoneQuantifier)
RECORDED(SingleQuantifier)
RECORDED(Reduce)
RECORDED(FilterOrExtract)
RECORDED(ShortestPathAtom)
RECORDED(Subquery)
RECORDED(CountWord)
RECORDED(CollectWord)
RECORDED(ListComprehension)
RECORDED(PatternComprehension)
RECORDED(ProjectedExpression)
RECORDED(ListLiteral)
RECORDED(MapLiteral)
RECORDED(MapProjection)
RECORDED(AllProperties)
RECORDED(PropertyKeyName)
RECORDED(PatternPredicate)
RECORDED(ParenthesizedExpression)
RECORDED(FunctionInvocation)
RECORDED(FunctionName)
RECORDED(Distinct)
RECORDED(Variable)
RECORDED(Pattern)
RECORDED(PatternPart)
RECORDED(ShortestSelector)
RECORDED(AllShortestSelector)
RECORDED(NodePattern)
RECORDED(LabelName)
RECORDED(RelationshipPattern)
RECORDED(LeftArrowHead)
RECORDED(RightArrowHead)
RECORDED(RelTypeName)
RECORDED(RangeLiteral)
RECORDED(RangeFrom)
RECORDED(RangeTo)
RECORDED(Match)
RECORDED(Optional)
RECORDED(Where)
RECORDED(Unwind)
RECORDED(Call)
RECORDED(ProcedureName)
RECORDED(ProcedureArguments)
RECORDED(Yield)
RECORDED(YieldItem)
RECORDED(YieldStar)
RECORDED(With)
RECORDED(Return)
RECORDED(Star)
RECORDED(ProjectionItem)
RECORDED(SortItem)
RECORDED(Descending)
RECORDED(Skip)
RECORDED(Limit)
RECORDED(Create)
RECORDED(Merge)
RECORDED(OnCreate)
RECORDED(OnMatch)
RECORDED(Set)
RECORDED(ReplaceVariable)
RECORDED(AddToVariable)
RECORDED(SetLabels)
RECORDED(SetProperty)
RECORDED(PropertyExpression)
RECORDED(Remove)
RECORDED(RemoveLabels)
RECORDED(RemoveProperty)
RECORDED(Delete)
RECORDED(Detach)
RECORDED(Foreach)
RECORDED(SingleQuery)
RECORDED(Union)
RECORDED(All)
RECORDED(RegularQuery)
RECORDED(ShortForm)
RECORDED(CreateIndex)
RECORDED(DropIndex)
RECORDED(ShowIndexes)
RECORDED(RangeIndex)
RECORDED(TextIndex)
RECORDED(IndexName)
RECORDED(IfNotExists)
RECORDED(IfExists)
RECORDED(Explain)
RECORDED(Profile)
RECORDED(Statement)
#undef RECORDED

// Of a chain with one link, `1` in `1 OR ...`, only the link is recorded.
template <class Rule>
inline constexpr bool chain = recorded<Rule>&& kind_of<Rule> <= Kind::NonArithmeticOperatorExpression;

template <class Rule>
inline constexpr bool nests = false;
template <>
inline constexpr bool nests<rules::Expression> = true;
template <>
inline constexpr bool nests<rules::PatternElement> = true;
template <>
inline constexpr bool nests<rules::Foreach> = true;

struct Nesting {
    explicit Nesting(SyntaxRecord& r, std::size_t position) : record(r) {
        if (++record.nesting > max_nesting) throw NestingTooDeep{position};
    }
    ~Nesting() { --record.nesting; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    SyntaxRecord& record;
};

template <class Rule>
struct recording : pegtl::normal<Rule> {
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <class...> class Action,
              template <class...> class Control, class Input>
    static bool match(Input& in, SyntaxRecord& record) {
        const auto inner = [&] {
            return pegtl::normal<Rule>::template match<A, M, Action, Control>(in, record);
        };
        if constexpr (A == pegtl::apply_mode::nothing ||
                      std::is_same_v<typename Rule::subs_t, pegtl::empty_list>) {
            return inner();  // a look ahead, or a character
        } else if constexpr (std::is_same_v<Rule, rules::SP>) {
            const std::size_t begin = in.byte();
            (void)inner();
            if (in.byte() > begin) record.add_space(begin, in.byte());
            return true;
        } else {
            const std::size_t begin = in.byte();
            const std::uint32_t first = record.size();
            bool matched;
            if constexpr (nests<Rule>) {
                const Nesting nesting(record, begin);
                matched = inner();
            } else {
                matched = inner();
            }
            if (!matched) {
                record.rewind(first);
            } else if constexpr (recorded<Rule>) {
                if (!chain<Rule> || !record.has_one_child_since(first))
                    record.add(kind_of<Rule>, begin, in.byte(), first);
            }
            return matched;
        }
    }
};

}  // namespace

bool recognise(std::string_view text, SyntaxRecord& record) {
    StatementInput in(text);
    return pegtl::parse<rules::Text, pegtl::nothing, recording>(in, record);
}

}  // namespace hearsay::grammar
