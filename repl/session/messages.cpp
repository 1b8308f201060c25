#include "repl/session/messages.hpp"

#include <cstdio>

#include "repl/output/terminal/terminal.hpp"
#include "repl/output/terminal/text_width.hpp"

namespace hearsay::repl {
namespace {

void say(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

}  // namespace

void complain(const graphs::Error& error, bool colour) {
    // File names may hold anything, line ends included.
    complain(error.place.empty() ? error.reason : harmless(error.place) + ": " + error.reason, colour);
}

void complain(const std::string& message, bool colour) {
    say(styled(colour, "1;31", "hearsay:") + " " + harmless_lines(message) + "\n");
}

void complain_about(const grammar::Diagnostic& diagnostic, std::string_view text, std::string_view name,
                    bool colour) {
    std::string rendered = grammar::render(diagnostic, text, name);
    while (!rendered.empty() && rendered.back() == '\n') rendered.pop_back();
    rendered = harmless_lines(rendered) + "\n";
    say(colour ? painted(rendered, diagnostic.severity) : rendered);
}

std::string painted(const std::string& rendered, grammar::Severity severity) {
    const char* style = severity == grammar::Severity::Error ? "1;31" : "1;33";
    const std::string word = severity == grammar::Severity::Error ? " error:" : " warning:";
    std::string text;
    bool first = true;
    for (std::size_t begin = 0; begin < rendered.size();) {
        std::size_t end = rendered.find('\n', begin);
        if (end == std::string::npos) end = rendered.size();
        std::string line = rendered.substr(begin, end - begin);
        const std::size_t at = first ? line.find(word) : std::string::npos;
        if (at != std::string::npos) {
            line = line.substr(0, at) + styled(true, style, line.substr(at, word.size())) +
                   line.substr(at + word.size());
        } else if (!line.empty() && line.find_first_not_of(" ^~") == std::string::npos) {
            line = styled(true, style, line);
        }
        text += line;
        if (end < rendered.size()) text += '\n';
        begin = end + 1;
        first = false;
    }
    return text;
}

}  // namespace hearsay::repl
