#include "repl/output/terminal/terminal.hpp"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <string_view>

namespace hearsay::repl {
namespace {

bool locale_is_utf8 = false;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

}  // namespace

void set_locale() {
    std::setlocale(LC_CTYPE, "");
    locale_is_utf8 = std::string_view(nl_langinfo(CODESET)) == "UTF-8";
    if (!locale_is_utf8) std::setlocale(LC_CTYPE, "C.UTF-8");
}

Terminal describe_terminal(int descriptor) {
    Terminal terminal;
    terminal.utf8 = locale_is_utf8;
    terminal.is_terminal = isatty(descriptor) == 1;
    if (!terminal.is_terminal) return terminal;
    const std::string_view term = environment("TERM");
    terminal.colour = !term.empty() && term != "dumb" && environment("NO_COLOR").empty();
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        terminal.width = size.ws_col;
        if (size.ws_row > 0) terminal.height = size.ws_row;
    } else if (const int columns = std::atoi(std::string(environment("COLUMNS")).c_str()); columns > 0) {
        terminal.width = static_cast<std::size_t>(columns);
    }
    return terminal;
}

std::string styled(bool on, const char* style, const std::string& text) {
    return on ? std::string("\x1b[") + style + "m" + text + "\x1b[0m" : text;
}

}  // namespace hearsay::repl
