// What the program is asked to do.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "repl/session/limits.hpp"

namespace hearsay::repl {

enum class Verb { Prompt, Load, Import, Extract, Query, Run, Export, Check };

struct Invocation {
    Verb verb = Verb::Prompt;
    std::optional<std::string> graph;                             // none: a graph in memory
    std::vector<std::string> paths;                               // Load: articles; Run: scripts
    std::string query;                                            // Query, Export
    std::vector<std::pair<std::string, std::string>> parameters;  // name and value as written
    std::optional<std::string> format;                            // checked: one that the verb has
    std::optional<std::string> output;                            // Export
    bool keep_going = false;                                      // Run
    bool quiet = false;                                           // Load
    std::vector<std::string> nodes, edges;                        // Import: LABEL=FILE, TYPE:FROM:TO=FILE
    std::optional<std::string> folder;                            // Import
    bool skip_bad = false;                                        // Import
    char delimiter = ',';                                         // Import
    std::optional<std::size_t> threads;                           // Load, Extract: checked
    std::optional<std::string> weights;                           // Load, Extract
    std::optional<std::string> rescue;                            // Check
    ChosenLimits limits;                                          // all but Check: checked
};

// The program ends here: after --help and --version (0), or because the arguments make no sense (2).
struct Ending {
    int status = 0;
    std::string text;  // for standard output with status 0, else for standard error
};

std::variant<Invocation, Ending> parse_command_line(int argc, const char* const* argv);

// The help of a command, or of the program for "". Empty: there is no such command.
std::string command_line_help(const std::string& command);
const std::vector<std::string>& command_names();

}  // namespace hearsay::repl
