// Statements and commands one after another: from a file, from standard input, from a pipe that somebody is
// still writing to.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "graphs/error.hpp"
#include "repl/session/session.hpp"

namespace hearsay::repl {

// Runs the text. Stops at the first failure, or goes on if the settings say so; either way the answer is then
// false.
bool run_script(Session& session, const SourceText& source);

// Runs a file; "-" is standard input. Errors beside those of its statements: it cannot be read; it is running
// already, that is, it includes itself. Both are reported.
bool run_script_file(Session& session, const std::string& path);

// Runs standard input statement by statement as it comes, so that a program may write to it and wait for
// answers.
bool run_standard_input(Session& session);

// A whole file. Errors: no such file (with the nearest name), a folder, not readable.
graphs::Result<std::string> read_file(const std::filesystem::path& file);

// A path that a script names: beside the script if there is such a thing, else as it is.
std::string resolve_path(const SourceText& source, const std::string& path);

}  // namespace hearsay::repl
