// What is known about the terminal, if there is one.
#pragma once

#include <cstddef>
#include <string>

namespace hearsay::repl {

struct Terminal {
    bool is_terminal = false;
    bool utf8 = false;    // the locale's encoding
    bool colour = false;  // a terminal that is not "dumb", and NO_COLOR (no-color.org) is not set
    std::size_t width = 80;
    std::size_t height = 24;
};

// Takes the user's locale; call it once, before anything else. Where the locale is not UTF-8, reading keys
// still is.
void set_locale();

Terminal describe_terminal(int descriptor);

// The text in a colour or style ("1" bold, "31" red, ...) if `on`.
std::string styled(bool on, const char* style, const std::string& text);

}  // namespace hearsay::repl
