// What is wrong with a piece of text, and where: errors that point.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::grammar {

// UTF-8 bytes of the text that was parsed, [begin, end).
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

enum class Severity { Error, Warning };
// When it was found: on the text alone, or while the statement ran.
enum class Phase { Compile, Run };

struct Diagnostic {
    Severity severity = Severity::Error;
    Span span;
    std::string message;     // one sentence, no final stop: "unknown function `coutn`"
    std::string suggestion;  // what was probably meant, or a hint; may be empty: "did you mean `count`?"
    // openCypher's names for the error, for tools and the test kit: "SyntaxError", "UndefinedVariable"; may
    // be empty.
    std::string type;
    std::string detail;
    Phase phase = Phase::Compile;
};
using Diagnostics = std::vector<Diagnostic>;

// Line and column, both from 1; the column counts characters (code points), not bytes.
struct LineColumn {
    std::size_t line = 1;
    std::size_t column = 1;
};
LineColumn locate(std::string_view text, std::size_t offset);

// The diagnostic as a reader sees it. `name` is what the text is called (a file, "query"):
//
//     query:1:14: error: unknown function `coutn`
//       MATCH (n) RETURN coutn(n)
//                        ^~~~~
//     did you mean `count`?
//
// Wide and combining characters keep the caret under its place; a long line is cut around it.
std::string render(const Diagnostic& diagnostic, std::string_view text, std::string_view name);

// The name that is nearest to `word` (optimal string alignment distance, without case), or "" if none is near
// enough.
std::string nearest(std::string_view word, const std::vector<std::string>& names);
// As the suggestion of a diagnostic: "did you mean `name`?", or "" if none is near enough.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

}  // namespace hearsay::grammar
