// What goes wrong, on standard error.
#pragma once

#include <string>
#include <string_view>

#include "grammar/text/diagnostic.hpp"
#include "graphs/error.hpp"

namespace hearsay::repl {

// "hearsay: PLACE: REASON"
void complain(const graphs::Error& error, bool colour = false);
// "hearsay: MESSAGE"
void complain(const std::string& message, bool colour = false);
// The diagnostic with its line and caret (grammar::render).
void complain_about(const grammar::Diagnostic& diagnostic, std::string_view text, std::string_view name,
                    bool colour);

// A rendered diagnostic with its severity and its caret in colour.
std::string painted(const std::string& rendered, grammar::Severity severity);

}  // namespace hearsay::repl
