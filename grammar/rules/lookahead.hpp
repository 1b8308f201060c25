// Short looks ahead that choose between forms with a common beginning, so that nothing is read twice in
// earnest: without them the time would double with every bracket.
#pragma once

#include "grammar/rules/literals.hpp"

namespace hearsay::grammar::rules {

// From an opening bracket to past the one that closes it.
struct Bracketed {
    using rule_t = Bracketed;
    using subs_t = empty_list;
    template <class Input>
    static bool match(Input& in) {
        const std::size_t end = in.brackets().end(in.byte());
        if (end == 0) return false;
        in.bump(end - in.byte());
        return true;
    }
};

// From behind an opening bracket to the first `,`, `|` or closing bracket that stands in no bracket of its
// own.
struct UpToSeparator {
    using rule_t = UpToSeparator;
    using subs_t = empty_list;
    template <class Input>
    static bool match(Input& in) {
        in.bump(in.brackets().separator(in.byte()) - in.byte());
        return true;
    }
};

struct Variable;
struct LeftArrowHead;
struct Dash;
struct RightArrowHead;

// (a:Label {key: value}) without a look at the values
struct LooksLikeNode : seq<symbol<'('>, opt<SymbolicName>, star<symbol<':'>, SchemaName>,
                           opt<sor<seq<at<one<'{'>>, Bracketed, SP>, Parameter>>, symbol<')'>> {};
// -[...]->( and its kin
struct LooksLikeChain
    : seq<opt<LeftArrowHead>, Dash, opt<at<one<'['>>, Bracketed, SP>, Dash, opt<RightArrowHead>, one<'('>> {};
struct LooksLikeRelationshipsPattern : at<LooksLikeNode, LooksLikeChain> {};

// [x IN xs, 2] is a list; [x IN xs] and [x IN xs | ...] are comprehensions
struct LooksLikeListComprehension : at<symbol<'['>, SymbolicName, kw::IN_, UpToSeparator, not_at<one<','>>> {
};
struct LooksLikePatternComprehension
    : at<symbol<'['>, opt<SymbolicName, symbol<'='>>, LooksLikeNode, LooksLikeChain> {};

}  // namespace hearsay::grammar::rules

template <class Name>
struct tao::pegtl::analyze_traits<Name, hearsay::grammar::rules::Bracketed> : analyze_any_traits<> {};
template <class Name>
struct tao::pegtl::analyze_traits<Name, hearsay::grammar::rules::UpToSeparator> : analyze_opt_traits<> {};
