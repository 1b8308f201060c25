// Lines without editing: for terminals that cannot move the cursor.
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "repl/output/terminal/interrupt.hpp"
#include "repl/prompt/line_reader.hpp"

namespace hearsay::repl {
namespace {

// As read(2), but Ctrl-C is let in only while it waits, so that none falls between the look at its flag and
// the wait.
ssize_t read_or_interrupted(char* bytes, std::size_t size) {
    sigset_t blocked, before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    sigprocmask(SIG_BLOCK, &blocked, &before);
    pollfd wait{STDIN_FILENO, POLLIN, 0};
    int ready = -1;
    errno = EINTR;
    if (!interrupted()) ready = ppoll(&wait, 1, nullptr, &before);
    const int why = errno;
    sigprocmask(SIG_SETMASK, &before, nullptr);
    if (ready > 0) return ::read(STDIN_FILENO, bytes, size);
    errno = why;
    return -1;
}

class PlainReader : public LineReader {
  public:
    explicit PlainReader(std::FILE* prompts) : prompts_(prompts) {}

    TypedLine read(const std::string& prompt) override {
        std::fputs(prompt.c_str(), prompts_);
        std::fflush(prompts_);
        std::size_t end = 0;
        while ((end = buffer_.find('\n')) == std::string::npos) {
            char bytes[4096];
            const ssize_t got = read_or_interrupted(bytes, sizeof bytes);
            if (got > 0) {
                buffer_.append(bytes, static_cast<std::size_t>(got));
            } else if (got < 0 && errno == EINTR) {
                if (!interrupted()) continue;
                buffer_.clear();
                std::fputs("\n", prompts_);
                return {TypedLine::Kind::Interrupted, ""};
            } else if (buffer_.empty()) {
                std::fputs("\n", prompts_);
                return {TypedLine::Kind::End, ""};
            } else {
                buffer_ += '\n';  // the last line has no end
            }
        }
        std::string line = buffer_.substr(0, end);
        buffer_.erase(0, end + 1);
        return {TypedLine::Kind::Text, std::move(line)};
    }
    void remember(const std::string&) override {}

  private:
    std::FILE* prompts_;
    std::string buffer_;  // read, but not given yet
};

}  // namespace

std::unique_ptr<LineReader> make_plain_reader(bool prompt_on_standard_output) {
    return std::make_unique<PlainReader>(prompt_on_standard_output ? stdout : stderr);
}

std::unique_ptr<LineReader> make_line_reader(const Terminal& output, Completer completer) {
    const char* term = std::getenv("TERM");
    const std::string_view name = term != nullptr ? term : "";
    const bool can_edit = output.is_terminal && !name.empty() && name != "dumb" && name != "unknown";
    if (can_edit)
        if (auto reader = make_edit_reader(output, std::move(completer))) return reader;
    return make_plain_reader(output.is_terminal);
}

}  // namespace hearsay::repl
