// What the prompt and scripts understand beside statements: lines that begin with `:`.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "repl/session/session.hpp"

namespace hearsay::repl {

struct CommandOutcome {
    bool fine = true;
    std::string message;  // what is wrong, where it was not said yet
};

struct Command {
    std::string name;       // "load"
    std::string arguments;  // "PATH..."
    std::string summary;    // one line
    std::string details;    // for `:help load`
    // Gets what stands behind the name, without the white space around it.
    std::function<CommandOutcome(Session&, const SourceText&, std::string_view rest)> run;
};
const std::vector<Command>& commands();  // in the order of `:help`
const Command* find_command(
    std::string_view name);  // also by its short name: :q, :exit, :?; nullptr if there is none

// Runs a line: `:NAME REST`. A `;` at its end is passed over.
CommandOutcome run_command(Session& session, const SourceText& source, std::string_view line);

// Words as a shell takes them: separated by white space, '...' and "..." and `\` keep it.
std::vector<std::string> words_of(std::string_view text);

}  // namespace hearsay::repl
