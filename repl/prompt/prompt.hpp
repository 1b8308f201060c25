// The prompt: reads statements and commands from a person until they leave.
#pragma once

#include <string>

#include "repl/session/session.hpp"

namespace hearsay::repl {

// REQUIRES: standard input is a terminal. Errors of statements are shown and leave the answer true.
bool prompt(Session& session);

// "Hearsay 0.1.0, border.hearsay: 5 articles, 97 statements, 41 parties", and where help is.
std::string greeting(const GraphFile& file);

}  // namespace hearsay::repl
