// The grammar with the control that remembers where it failed. One of the two places that instantiate it.
#include "grammar/furthest_failure.hpp"

#include "grammar/build/syntax_record.hpp"
#include "grammar/error_messages.hpp"
#include "grammar/text/interruption.hpp"
#include "grammar/text/statement_input.hpp"

namespace hearsay::grammar {

namespace {

namespace pegtl = tao::pegtl;

struct State {
    ShortFormsAtHand short_forms;
    FurthestFailure furthest = {};
    std::size_t nesting = 0;
    std::size_t steps = 0;
};

template <char... Letters>
constexpr bool is_known_keyword(const rules::word<Letters...>*) {
    constexpr char text[] = {Letters..., '\0'};
    for (std::string_view keyword : keywords)
        if (keyword == text) return true;
    return false;
}

template <class Rule>
concept Keyword = requires(const Rule* rule) {
    is_known_keyword(rule);
};

template <class Rule>
constexpr bool due_word = std::is_same_v<Rule, rules::DueWord>;

template <char... Characters>
constexpr bool is_symbol(const rules::symbol<Characters...>*) {
    return true;
}

template <class Rule>
concept Symbol = requires(const Rule* rule) {
    is_symbol(rule);
};

template <class Rule>
constexpr bool described = error_message<Rule> != nullptr;

template <class Rule>
constexpr bool nests = std::is_same_v<Rule, rules::Expression> ||
                       std::is_same_v<Rule, rules::PatternElement> || std::is_same_v<Rule, rules::Foreach>;

template <class Rule>
struct explaining : pegtl::normal<Rule> {
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <class...> class Action,
              template <class...> class Control, class Input>
    static bool match(Input& in, State& state) {
        const auto inner = [&] {
            return pegtl::normal<Rule>::template match<A, M, Action, Control>(in, state);
        };
        if constexpr (A == pegtl::apply_mode::nothing) {
            return inner();  // looks ahead, expects nothing
        } else if constexpr (nests<Rule>) {
            if (++state.steps % 256 == 0) look_for_interruption();
            if (++state.nesting > max_nesting) throw NestingTooDeep{in.byte()};
            const bool matched = expecting(in, state, inner);
            --state.nesting;
            return matched;
        } else {
            return expecting(in, state, inner);
        }
    }

  private:
    template <class Input, class Inner>
    static bool expecting(Input& in, State& state, const Inner& inner) {
        if constexpr (!described<Rule> && !Keyword<Rule> && !due_word<Rule> && !Symbol<Rule>) {
            return inner();
        } else {
            FurthestFailure& furthest = state.furthest;
            const std::size_t begin = in.byte();
            const std::size_t known = furthest.position == begin ? furthest.expected.size() : 0;
            if (inner()) return true;
            if (furthest.position > begin) return false;  // a part of it came further
            if (furthest.position < begin) furthest = {begin, {}, {}};
            if constexpr (Keyword<Rule>) {
                static_assert(is_known_keyword(static_cast<const Rule*>(nullptr)),
                              "missing in text/keywords.hpp");
                furthest.keywords.push_back(Rule::text);
            }
            if constexpr (due_word<Rule>) furthest.keywords.push_back(state.short_forms.word);
            furthest.expected.resize(known);  // its own words say it better than those of its parts
            add(furthest.expected, expectation(state));
            return false;
        }
    }

    static Expectation expectation(const State& state) {
        if constexpr (due_word<Rule>) {
            return {Expectation::Kind::Keyword, state.short_forms.word, ""};
        } else if constexpr (described<Rule>) {
            const char* detail = error_detail<Rule>;
            return {Expectation::Kind::Described, error_message<Rule>, detail == nullptr ? "" : detail};
        } else {
            return {Keyword<Rule> ? Expectation::Kind::Keyword : Expectation::Kind::Symbol, Rule::text, ""};
        }
    }

    static void add(std::vector<Expectation>& expected, const Expectation& one) {
        for (const Expectation& known : expected)
            if (known.text == one.text) return;
        expected.push_back(one);
    }
};

}  // namespace

FurthestFailure furthest_failure(std::string_view text, ShortForms short_forms) {
    State state{{short_forms, 0, {}}};
    StatementInput in(text);
    (void)pegtl::parse<rules::Text, pegtl::nothing, explaining>(in, state);
    return state.furthest;
}

}  // namespace hearsay::grammar
