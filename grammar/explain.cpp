#include "grammar/explain.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "grammar/foreign/place.hpp"
#include "grammar/text/keywords.hpp"
#include "grammar/text/scan.hpp"

namespace hearsay::grammar {

namespace {

constexpr std::size_t most_expectations = 6;  // that a message lists
constexpr std::size_t longest_quotation = 30;

// The text around the failure, and what was expected there.
struct Place {
    std::string_view text;
    const FurthestFailure& failure;
    std::size_t at;

    bool at_end() const { return at >= text.size(); }
    std::string_view token() const {
        return at_end() ? std::string_view() : text.substr(at, raw_token(text, at).end - at);
    }
    bool expects(std::string_view words) const {
        return std::any_of(failure.expected.begin(), failure.expected.end(),
                           [&](const Expectation& e) { return e.text == words; });
    }
    // The token before, without white space and comments; empty at the beginning.
    RawToken previous() const {
        RawToken last{RawToken::Kind::Space, 0, 0};
        for (std::size_t i = 0; i < at;) {
            const RawToken token = raw_token(text, i);
            if (token.kind != RawToken::Kind::Space && token.kind != RawToken::Kind::Comment) last = token;
            i = token.end;
        }
        return last;
    }
};

Diagnostic syntax_error(Span span, std::string message, std::string suggestion = "",
                        std::string detail = "UnexpectedSyntax") {
    return {Severity::Error,       span,          std::move(message),
            std::move(suggestion), "SyntaxError", std::move(detail)};
}

// --- what has a message of its own
// ---------------------------------------------------------------------------

// A string, name or comment that never ends: the place to look at is where it begins.
bool explain_unclosed(const Place& place, Diagnostic& diagnostic) {
    for (std::size_t i = 0; i < place.text.size() && i <= place.at;) {
        const RawToken token = raw_token(place.text, i);
        i = token.end;
        // `/*` may have been taken for a division, and the mistake for its second character.
        if (token.closed || (place.at > token.begin + 1 && !place.at_end())) continue;
        const std::string_view opening =
            place.text.substr(token.begin, token.kind == RawToken::Kind::Comment ? 2 : 1);
        const char* what = token.kind == RawToken::Kind::String    ? "string"
                           : token.kind == RawToken::Kind::Comment ? "comment"
                                                                   : "name in back-quotes";
        const std::string_view closing = token.kind == RawToken::Kind::Comment ? "*/" : opening;
        diagnostic =
            syntax_error({token.begin, token.begin + opening.size()},
                         fmt::format("this {} is not closed: expected {} before the end", what, closing));
        return true;
    }
    return false;
}

// Dashes and quotes that word processors put in place of the plain ones, and other strangers.
bool explain_character(const Place& place, Diagnostic& diagnostic) {
    if (place.at_end() || static_cast<unsigned char>(place.text[place.at]) < 0x80) return false;
    std::int64_t next = 0;
    UChar32 c;
    const std::string_view rest = place.text.substr(place.at);
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(rest.data()), next, static_cast<std::int64_t>(rest.size()),
            c);
    if (c < 0 || u_hasBinaryProperty(c, UCHAR_ID_CONTINUE)) return false;
    std::string suggestion;
    if (u_hasBinaryProperty(c, UCHAR_DASH)) suggestion = "a minus sign is written `-`";
    if (u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK))
        suggestion = "strings stand in straight quotes: 'words' or \"words\"";
    const auto length = static_cast<std::size_t>(next);
    diagnostic = syntax_error({place.at, place.at + length},
                              fmt::format("the character `{}` (U+{:04X}) means nothing here",
                                          rest.substr(0, length), static_cast<unsigned>(c)),
                              suggestion, "InvalidUnicodeCharacter");
    return true;
}

bool explain_number(const Place& place, Diagnostic& diagnostic) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::string_view token = place.token();
    if (token.size() > 1 && token[0] == '0' && is_digit(token[1])) {
        diagnostic =
            syntax_error({place.at, place.at + token.size()}, fmt::format("`{}` begins with 0", token),
                         "octal is written 0o17, decimal without zeros in front", "InvalidNumberLiteral");
        return true;
    }
    if (!place.expects("the end of the number")) return false;
    std::size_t begin = place.at;
    const auto in_number = [&](char c) {
        return c == '.' || is_digit(c) || (c | 0x20) == 'e' || (c | 0x20) == 'x' ||
               ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    };
    while (begin > 0 && in_number(place.text[begin - 1])) --begin;
    const std::size_t end = place.at + token.size();
    diagnostic =
        syntax_error({begin, end}, fmt::format("`{}` is not a number", place.text.substr(begin, end - begin)),
                     "a name cannot begin with a digit, unless in back-quotes", "InvalidNumberLiteral");
    return true;
}

// --- suggestions
// ---------------------------------------------------------------------------------------------

std::string suggest_escape(const Place& place) {
    const bool escape =
        place.at > 0 && !place.at_end() && place.text[place.at - 1] == '\\' &&
        std::any_of(place.failure.expected.begin(), place.failure.expected.end(),
                    [](const Expectation& e) { return e.text.starts_with("one of the escapes"); });
    if (!escape) return "";
    std::size_t begin = 0;  // of the string
    while (raw_token(place.text, begin).end <= place.at) begin = raw_token(place.text, begin).end;
    const RawToken token = raw_token(place.text, begin);
    std::string doubled;
    for (const char c : place.text.substr(begin, token.end - begin)) doubled.append(c == '\\' ? 2 : 1, c);
    if (!token.closed || doubled.size() > 60) doubled = "'C:\\\\folder'";
    return fmt::format("a backslash itself is written twice: `{}`", doubled);
}

// WHO CLAIMS tanks
std::string suggest_words(const Place& place) {
    const std::string_view token = place.token();
    const bool wanted =
        std::any_of(place.failure.expected.begin(), place.failure.expected.end(),
                    [](const Expectation& e) { return e.text.starts_with("words in quotes"); });
    const bool word = !token.empty() && raw_token(place.text, place.at).kind == RawToken::Kind::Word;
    return wanted && word && token.size() <= longest_quotation ? fmt::format("did you mean `'{}'`?", token)
                                                               : "";
}

std::string suggest_keyword(const Place& place) {
    const std::string_view token = place.token();
    if (token.empty() || raw_token(place.text, place.at).kind != RawToken::Kind::Word) return "";
    const std::vector<std::string> possible(place.failure.keywords.begin(), place.failure.keywords.end());
    return did_you_mean(token, possible);
}

std::string suggest_back_quotes(const Place& place) {
    const std::string_view token = place.token();
    if (!is_reserved(token)) return "";
    if (!place.expects("a variable") && !place.expects("an expression")) return "";
    return fmt::format("{0} is a word of the language; in back-quotes it is a name: `{0}`", token);
}

std::string suggest_bracket(const Place& place) {
    const auto closing = [](char c) { return c == '(' ? ')' : c == '[' ? ']' : '}'; };
    const std::vector<std::size_t> open = open_brackets(place.text.substr(0, place.at));
    if (open.empty()) {
        const std::string_view token = place.token();
        const bool closes = token == ")" || token == "]" || token == "}";
        return closes ? fmt::format("no bracket is open that this `{}` could close", token) : "";
    }
    const std::size_t begin = open.back();
    const char wanted = closing(place.text[begin]);
    if (!place.expects(std::string_view(&wanted, 1)) && !place.expects(fmt::format("`{}`", wanted)))
        return "";
    const std::size_t length = bracketed_length(place.text.substr(begin));
    if (length > 0 && place.text[begin + length - 1] == wanted) return "";  // closed further on
    const LineColumn where = locate(place.text, begin);
    return fmt::format("the `{}` of line {}, column {} is not closed", place.text[begin], where.line,
                       where.column);
}

std::string suggest_quote(const Place& place) {
    if (place.at == 0 || place.at_end()) return "";
    const char before = place.text[place.at - 1];
    if ((before != '\'' && before != '"') || raw_token(place.text, place.at).kind != RawToken::Kind::Word)
        return "";
    return fmt::format("a quote within a string is written \\{}", before);
}

// `RETURN DISTNCT n`: the mistake was taken for a variable, and what follows it fails.
std::string suggest_previous(const Place& place) {
    const RawToken token = place.previous();
    const std::string_view word = place.text.substr(token.begin, token.end - token.begin);
    if (token.kind != RawToken::Kind::Word || word.size() < 4 || is_keyword(word)) return "";
    static const std::vector<std::string> all(keywords.begin(), keywords.end());
    const std::string near = nearest(word, all);
    return near.empty() ? "" : fmt::format("did you mean `{}` in place of `{}`?", near, word);
}

std::string suggestion(const Place& place) {
    for (auto* suggest : {suggest_escape, suggest_words, suggest_keyword, suggest_back_quotes, suggest_quote,
                          suggest_bracket, suggest_previous})
        if (std::string text = suggest(place); !text.empty()) return text;
    return "";
}

// --- the list of what was expected
// ---------------------------------------------------------------------------

std::vector<std::string> expectations(const Place& place) {
    std::vector<std::string> shown;
    for (const Expectation& e : place.failure.expected)
        shown.push_back(e.kind == Expectation::Kind::Symbol ? fmt::format("`{}`", e.text)
                                                            : std::string(e.text));
    // What may follow every expression says little where something else may stand.
    for (const char* usual : {"`:` and a label", "an operator"})
        if (shown.size() > (std::string_view(usual) == "an operator" ? 4 : 1)) std::erase(shown, usual);
    if (shown.size() > most_expectations) shown.resize(most_expectations);
    return shown;
}

std::string quoted(std::string_view token) {
    if (token.size() > longest_quotation) return "";
    return token.find('`') == std::string_view::npos ? fmt::format("`{}`", token) : std::string(token);
}

std::string expected_message(const Place& place) {
    const std::vector<std::string> expected = expectations(place);
    std::string message = "expected ";
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (i > 0) message += i + 1 == expected.size() ? " or " : ", ";
        message += expected[i];
    }
    const RawToken before = place.previous();
    const std::string after = quoted(place.text.substr(before.begin, before.end - before.begin));
    const bool inside = before.end > place.at;  // of a string or a number
    if (expected.size() <= 2 && !inside && after.size() > 2) message += " after " + after;
    if (place.at_end()) {
        message += ", but the query ends here";
    } else if (const std::string token = quoted(place.token()); !token.empty() && !inside) {
        message += ", not " + token;
    }
    return message;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < size;) {
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        const std::int64_t begin = at;
        UChar32 c;
        U8_NEXT(bytes, at, size, c);
        if (c < 0) return static_cast<std::size_t>(begin);
    }
    return std::string_view::npos;
}

Diagnostic explain(std::string_view text, const FurthestFailure& failure) {
    const Place place{text, failure, failure.position};
    Diagnostic diagnostic;
    if (explain_unclosed(place, diagnostic) || explain_character(place, diagnostic) ||
        explain_number(place, diagnostic))
        return diagnostic;
    if (auto found = foreign::find(text, place.at)) {
        diagnostic = syntax_error(found->span, std::move(found->message), std::move(found->suggestion));
    } else {
        diagnostic = syntax_error({place.at, place.at + place.token().size()}, expected_message(place),
                                  suggestion(place));
    }
    for (const Expectation& e : failure.expected)
        if (!e.detail.empty()) diagnostic.detail = e.detail;
    return diagnostic;
}

}  // namespace hearsay::grammar
