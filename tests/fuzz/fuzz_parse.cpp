// Any text: it is cut into statements, each is parsed or refused with an error that can be shown, and a tree
// written as text parses to the same tree.
#include "engine/claims/short_forms.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/split.hpp"
#include "grammar/tree/tree_text.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/grammar/tree_text.hpp"

using namespace hearsay;
using fuzz::require;

namespace {

void check_error(const grammar::Diagnostic& error, std::string_view text) {
    require(error.span.begin <= error.span.end && error.span.end <= text.size() + 1,
            "the error lies in the text", error.message);
    require(!error.message.empty() && !error.type.empty() && !error.detail.empty(),
            "the error says what is wrong");
    const std::string shown = grammar::render(error, text, "query");
    require(shown.find(error.message) != std::string::npos, "the error is shown", shown);
}

void check_statement(std::string_view text) {
    const auto statement = grammar::parse(text, engine::claims::patterns());
    if (!statement) return check_error(statement.error(), text);
    require(statement->span.begin <= statement->span.end && statement->span.end <= text.size(),
            "the statement lies in the text");
    const std::string written = engine::to_text(*statement);
    const auto again = grammar::parse(written, engine::claims::patterns());
    require(again.has_value(), "what was written parses", written);
    require(grammar::tree_text(*again) == grammar::tree_text(*statement), "it parses to the same tree",
            written);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    check_statement(text);
    std::size_t end = 0;
    for (const grammar::Piece& piece : grammar::split(text)) {
        require(piece.span.begin >= end && piece.span.end > piece.span.begin && piece.span.end <= text.size(),
                "pieces follow one another");
        end = piece.span.end;
        const bool whole = piece.span.begin == 0 && piece.span.end == text.size();
        if (piece.kind != grammar::Piece::Kind::Command && !whole)
            check_statement(text.substr(piece.span.begin, piece.span.end - piece.span.begin));
    }
    return 0;
}
