#include "repl/commands/extract_filter.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <istream>
#include <ostream>
#include <streambuf>

#include "engine/articles/loading/extract.hpp"
#include "engine/articles/reader/watched_input.hpp"
#include "repl/output/json_text.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/output/terminal/terminal.hpp"
#include "repl/session/messages.hpp"

namespace hearsay::repl {
namespace {

// A stream's way into a sink, which keeps the reason of a failure.
class SinkBuffer : public std::streambuf {
  public:
    SinkBuffer(Sink& sink, bool terminal) : sink_(sink), terminal_(terminal) {}

  private:
    int_type overflow(int_type c) override {
        if (c == traits_type::eof()) return sync() == 0 ? 0 : c;
        const char byte = traits_type::to_char_type(c);
        sink_.write({&byte, 1});
        return c;
    }
    std::streamsize xsputn(const char* bytes, std::streamsize count) override {
        // Lines of JSON come in one piece each.
        const std::string_view text(bytes, static_cast<std::size_t>(count));
        sink_.write(terminal_ ? harmless_json(text) : text);
        return count;
    }
    int sync() override { return sink_.flush() ? 0 : -1; }

    Sink& sink_;
    bool terminal_;  // which what is written must not steer
};

}  // namespace

bool extract_standard_input(const engine::Pipeline& pipeline, std::size_t threads,
                            const engine::ReadingLimits& limits, Sink& out) {
    const bool colour = describe_terminal(STDERR_FILENO).colour;
    if (isatty(STDIN_FILENO) == 1)
        complain("reading articles as JSON lines from the terminal; Ctrl-D ends them");
    const engine::Watch watch(limits, &interrupted());
    engine::WatchedInput input(watch);
    std::istream articles(&input);
    SinkBuffer buffer(out, isatty(STDOUT_FILENO) == 1);
    std::ostream stream(&buffer);
    const auto summary = engine::extract(
        articles, stream, pipeline,
        [&](std::size_t line, const std::string& reason) {
            complain({fmt::format("standard input:{}", line), reason}, colour);
        },
        watch, threads);
    if (watch.over())
        complain(watch.reason().empty() ? "stopped by Ctrl-C" : "stopped: " + watch.reason(), colour);
    if (input.error() != 0) complain({"standard input", std::strerror(input.error())}, colour);
    return input.error() == 0 && summary.failed == 0 && !summary.write_failed && !watch.over();
}

}  // namespace hearsay::repl
