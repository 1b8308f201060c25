// =~ : ICU's regular expressions, which follow Java's; the whole text has to match.
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/nodes.hpp"
#include "graphs/icu_memory.hpp"

namespace hearsay::engine::expressions {
namespace {

using graphs::Kind;
using graphs::Value;

// Against patterns that backtrack without end. A unit of time is some 10,000 steps of the engine, of the
// order of a millisecond.
constexpr std::int32_t time_limit = 2000;
constexpr std::int32_t stack_limit = 16 * 1024 * 1024;  // bytes

std::string_view reason(UErrorCode status) {
    switch (status) {
        case U_REGEX_RULE_SYNTAX:
            return "a syntax error";
        case U_REGEX_BAD_ESCAPE_SEQUENCE:
            return "an escape sequence that does not exist";
        case U_REGEX_PROPERTY_SYNTAX:
            return "an ill-formed \\p{...}";
        case U_REGEX_UNIMPLEMENTED:
            return "a feature that is not supported";
        case U_REGEX_MISMATCHED_PAREN:
            return "a parenthesis without its partner";
        case U_REGEX_NUMBER_TOO_BIG:
            return "a number that is too large";
        case U_REGEX_BAD_INTERVAL:
            return "an ill-formed {min,max}";
        case U_REGEX_MAX_LT_MIN:
            return "{min,max} with max less than min";
        case U_REGEX_INVALID_BACK_REF:
            return "a reference to a group that does not exist";
        case U_REGEX_INVALID_FLAG:
            return "an unknown flag";
        case U_REGEX_LOOK_BEHIND_LIMIT:
            return "a look-behind without a bound";
        case U_REGEX_MISSING_CLOSE_BRACKET:
            return "a [ without its ]";
        case U_REGEX_INVALID_RANGE:
            return "a range whose end comes before its begin";
        case U_REGEX_PATTERN_TOO_BIG:
            return "a pattern that is too large";
        case U_REGEX_INVALID_CAPTURE_GROUP_NAME:
            return "an ill-formed group name";
        default:
            return u_errorName(status);
    }
}

UBool U_CALLCONV may_go_on(const void* context, std::int32_t) {
    return !static_cast<const QueryContext*>(context)->must_stop();
}

class Match final : public CompiledExpression {
  public:
    Match(Compiled text, Compiled pattern, grammar::Span pattern_span)
        : text_(std::move(text)), pattern_(std::move(pattern)), pattern_span_(pattern_span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand text(*text_, in, context), pattern(*pattern_, in, context);
        return for_each_row(in, text, pattern,
                            [this, &context](const Value& whole, const Value& wanted) -> Value {
                                if (whole.kind() != Kind::String || wanted.kind() != Kind::String) return {};
                                return matches(whole.string(), wanted.string(), context);
                            });
    }

  private:
    void prepare(std::string_view pattern) const {
        if (matcher_ && pattern == compiled_) return;
        UErrorCode status = U_ZERO_ERROR;
        UParseError place{};
        matcher_.reset();
        const std::unique_ptr<icu::RegexPattern> compiled(
            icu::RegexPattern::compile(need_memory(icu::UnicodeString::fromUTF8(pattern)), 0, place, status));
        need_memory(status);
        if (U_FAILURE(status)) {
            std::string message = "ill-formed regular expression: ";
            message.append(reason(status));
            if (place.offset > 0) message += " at character " + std::to_string(place.offset);
            fail(pattern_span_, std::move(message), "ArgumentError", "InvalidArgumentValue");
        }
        // A matcher refers to its pattern: one that is made from the text owns it.
        matcher_ = std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(pattern), 0, status);
        matcher_->setTimeLimit(time_limit, status);
        matcher_->setStackLimit(stack_limit, status);
        if (U_FAILURE(status)) {  // the pattern is fine: only memory can be missing
            matcher_.reset();
            throw std::bad_alloc();
        }
        compiled_ = pattern;
    }

    bool matches(std::string_view text, std::string_view pattern, const QueryContext& context) const {
        prepare(pattern);
        const icu::UnicodeString subject = icu::UnicodeString::fromUTF8(text);
        need_memory(subject);
        matcher_->reset(subject);
        UErrorCode status = U_ZERO_ERROR;
        matcher_->setMatchCallback(may_go_on, &context, status);
        const bool matched = matcher_->matches(status) != 0;
        if (status == U_REGEX_STOPPED_BY_CALLER) context.check();
        if (status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW) {
            fail(pattern_span_, "the regular expression needs too many steps on a text", "ArgumentError",
                 "InvalidArgumentValue", "nested repetitions such as (a+)+ are slow: write a+");
        }
        need_memory(status);
        if (U_FAILURE(status))
            fail(pattern_span_, std::string(reason(status)), "ArgumentError", "InvalidArgumentValue");
        return matched;
    }

    Compiled text_, pattern_;
    grammar::Span pattern_span_;
    // The last pattern, compiled: mostly there is only one. A compiled expression is run by one thread.
    mutable std::string compiled_;
    mutable std::unique_ptr<icu::RegexMatcher> matcher_;
};

}  // namespace

Compiled make_match(Compiled text, Compiled pattern, grammar::Span pattern_span) {
    return std::make_unique<Match>(std::move(text), std::move(pattern), pattern_span);
}

}  // namespace hearsay::engine::expressions
