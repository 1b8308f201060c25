// Questions in plain words, as the patterns of text/short_form.hpp say, which the state of the parse has: its
// `short_forms`.
#pragma once

#include "grammar/rules/clauses.hpp"
#include "grammar/text/short_form.hpp"

namespace hearsay::grammar::rules {

struct Words : sor<StringLiteral, Parameter> {};
struct StatementNumber : sor<IntegerLiteral, Parameter> {};

// A keyword that the pattern says, as `word` is one that the grammar says.
struct DueWord {
    using rule_t = DueWord;
    using subs_t = type_list<WordEnd, SP>;

    template <apply_mode A, rewind_mode M, template <class...> class Action,
              template <class...> class Control, class Input, class State>
    static bool match(Input& in, State& state) {
        auto mark = in.template mark<M>();
        constexpr rewind_mode next = decltype(mark)::next_rewind_mode;
        const std::string_view word = state.short_forms.word;
        if (in.size() < word.size()) return mark(false);
        for (std::size_t i = 0; i < word.size(); ++i) {
            const char c = in.peek_char(i);
            if ((c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c) != word[i]) return mark(false);
        }
        in.bump_in_this_line(word.size());
        return mark(Control<WordEnd>::template match<A, next, Action, Control>(in, state) &&
                    Control<SP>::template match<A, next, Action, Control>(in, state));
    }
};

// One pattern.
struct ShortFormPattern {
    using rule_t = ShortFormPattern;
    using subs_t = type_list<DueWord, Words, StatementNumber>;

    template <apply_mode A, rewind_mode M, template <class...> class Action,
              template <class...> class Control, class Input, class State>
    static bool match(Input& in, State& state) {
        auto mark = in.template mark<M>();
        constexpr rewind_mode next = decltype(mark)::next_rewind_mode;
        for (std::string_view left = state.short_forms.all[state.short_forms.at]; !left.empty();) {
            const ShortFormPart part = take_part(left);
            bool matched = false;
            switch (part.kind) {
                case ShortFormPart::Kind::Word:
                    state.short_forms.word = part.text;
                    matched = Control<DueWord>::template match<A, next, Action, Control>(in, state);
                    break;
                case ShortFormPart::Kind::Words:
                    matched = Control<Words>::template match<A, next, Action, Control>(in, state);
                    break;
                case ShortFormPart::Kind::Number:
                    matched = Control<StatementNumber>::template match<A, next, Action, Control>(in, state);
                    break;
            }
            if (!matched) return mark(false);
        }
        return mark(true);
    }
};

struct ShortForm {
    using rule_t = ShortForm;
    using subs_t = type_list<ShortFormPattern>;

    template <apply_mode A, rewind_mode M, template <class...> class Action,
              template <class...> class Control, class Input, class State>
    static bool match(Input& in, State& state) {
        for (std::size_t i = 0; i < state.short_forms.all.size(); ++i) {
            state.short_forms.at = i;
            if (Control<ShortFormPattern>::template match<A, rewind_mode::required, Action, Control>(in,
                                                                                                     state))
                return true;
        }
        return false;
    }
};

}  // namespace hearsay::grammar::rules

// For the check that every loop goes forward: each begins with a word.
template <class Name>
struct tao::pegtl::analyze_traits<Name, hearsay::grammar::rules::DueWord> : analyze_any_traits<> {};
template <class Name>
struct tao::pegtl::analyze_traits<Name, hearsay::grammar::rules::ShortFormPattern> : analyze_any_traits<> {};
template <class Name>
struct tao::pegtl::analyze_traits<Name, hearsay::grammar::rules::ShortForm> : analyze_any_traits<> {};
