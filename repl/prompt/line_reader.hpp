// Lines from the person at the terminal.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "repl/output/terminal/terminal.hpp"
#include "repl/prompt/completion.hpp"

namespace hearsay::repl {

struct TypedLine {
    enum class Kind {
        Text,
        Interrupted,  // Ctrl-C: what was typed is dropped
        End           // Ctrl-D, or the terminal is gone
    };
    Kind kind = Kind::End;
    std::string text;  // without the final newline; pasted text may hold others
};

class LineReader {
  public:
    virtual ~LineReader() = default;
    virtual TypedLine read(const std::string& prompt) = 0;
    // From now on the entry can be recalled.
    virtual void remember(const std::string& entry) = 0;
};

// Gives the completion of the line in front of the cursor; offsets count from the line's first byte.
using Completer = std::function<Completion(std::string_view line)>;

// libedit where the terminal can move its cursor; else plain lines, edited by the terminal driver (TERM=dumb,
// or standard output is no terminal).
std::unique_ptr<LineReader> make_line_reader(const Terminal& output, Completer completer);
std::unique_ptr<LineReader> make_plain_reader(bool prompt_on_standard_output);
std::unique_ptr<LineReader> make_edit_reader(const Terminal& output, Completer completer);

}  // namespace hearsay::repl
