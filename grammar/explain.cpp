#include "grammar/explain.hpp"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include "grammar/keywords.hpp"
#include "grammar/scan.hpp"

namespace hearsay::grammar {

namespace {

std::string shown(const Expectation& expectation) {
    return expectation.kind == Expectation::Kind::Symbol ? fmt::format("`{}`", expectation.text)
                                                         : std::string(expectation.text);
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
    Diagnostic diagnostic;
    diagnostic.type = "SyntaxError";
    diagnostic.detail = "UnexpectedSyntax";
    const std::size_t at = failure.position;
    diagnostic.span = {at, at < text.size() ? raw_token(text, at).end : at};
    std::string list;
    for (std::size_t i = 0; i < failure.expected.size(); ++i) {
        if (i > 0) list += i + 1 == failure.expected.size() ? " or " : ", ";
        list += shown(failure.expected[i]);
        if (!failure.expected[i].detail.empty()) diagnostic.detail = failure.expected[i].detail;
    }
    diagnostic.message = "expected " + list;
    return diagnostic;
}

}  // namespace hearsay::grammar
