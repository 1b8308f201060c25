// What `:help` says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::repl {

std::string help_overview();
// A command, a short form, a clause, a function or a procedure, without case. nullopt: there is no such topic.
std::optional<std::string> help_topic(std::string_view topic);
// Everything that `help_topic` knows.
std::vector<std::string> help_topics();

struct HelpEntry {
    std::string name;     // "who claims"
    std::string example;  // "WHO CLAIMS 'control of the bridge'"
    std::string summary;  // what one gets
};
const std::vector<HelpEntry>& short_forms();
const std::vector<HelpEntry>& clauses();

}  // namespace hearsay::repl
