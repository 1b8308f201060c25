#include "grammar/parse.hpp"

#include <string>

#include "grammar/build/builder.hpp"
#include "grammar/build/syntax_record.hpp"
#include "grammar/explain.hpp"
#include "grammar/furthest_failure.hpp"
#include "grammar/text/interruption.hpp"

namespace hearsay::grammar {

namespace {

Diagnostic syntax_error(Span span, std::string message) {
    return {Severity::Error, span, std::move(message), "", "SyntaxError", "UnexpectedSyntax"};
}

}  // namespace

tl::expected<Statement, Diagnostic> parse(std::string_view text, ShortForms short_forms) {
    if (text.size() >= SyntaxRecord::none)
        return tl::make_unexpected(syntax_error({0, 0}, "a statement of four gigabytes or more is too long"));
    const std::size_t invalid = find_invalid_utf8(text);
    if (invalid != std::string_view::npos)
        return tl::make_unexpected(syntax_error({invalid, invalid + 1}, "this byte is not UTF-8"));
    try {
        SyntaxRecord record(short_forms);
        if (!recognise(text, record))
            return tl::make_unexpected(explain(text, furthest_failure(text, short_forms)));
        return build::Builder(text, record).statement();
    } catch (const build::BuildError& error) {
        return tl::make_unexpected(error.diagnostic);
    } catch (const Interrupted&) {
        return tl::make_unexpected(
            Diagnostic{Severity::Error, {0, text.size()}, "interrupted", "", "Interrupted", ""});
    } catch (const NestingTooDeep& error) {
        return tl::make_unexpected(syntax_error(
            {error.position, error.position + 1},
            "nested too deeply here: " + std::to_string(max_nesting) + " levels of brackets are the most"));
    }
}

}  // namespace hearsay::grammar
