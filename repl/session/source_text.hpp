// A text that statements come from: a script, the command line, the prompt.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "grammar/text/diagnostic.hpp"

namespace hearsay::repl {

struct SourceText {
    std::string_view text;
    std::string name;  // for messages: "questions.cypher", "query", "standard input"
    std::filesystem::path
        folder;  // relative files that it names are looked for here first; empty: only in the current one
    bool at_prompt = false;  // typed just now: messages need not say where
};

// A diagnostic of `text[span]` as one of the whole text.
grammar::Diagnostic moved(grammar::Diagnostic diagnostic, std::size_t by);

}  // namespace hearsay::repl
