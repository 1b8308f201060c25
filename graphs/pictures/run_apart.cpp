#include "graphs/pictures/run_apart.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <new>
#include <string_view>
#include <system_error>
#include <utility>

namespace hearsay::graphs {
namespace {

constexpr int tick_ms = 50;

std::string reason_of(int error_number) {
    return std::system_category().message(error_number);
}

bool write_whole(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return true;
}

// The fork: gives its result to the pipe and ends without a word. Nothing of the parent's is written out or
// put away a second time.
[[noreturn]] void work_and_end(const std::function<std::string()>& work, int result, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // it never outlives the program
    if (getppid() != parent) _exit(1);
    std::signal(SIGINT, SIG_IGN);  // Ctrl-C goes to both: the parent ends this one
    std::signal(SIGPIPE, SIG_DFL);
    bool done = false;
    try {
        done = write_whole(result, work());
    } catch (const std::bad_alloc&) {
    }
    _exit(done ? 0 : 1);
}

// Ends the process, unless it has ended, and puts it away.
class Child {
  public:
    explicit Child(pid_t pid) : pid_(pid) {}
    ~Child() {
        if (pid_ == 0) return;
        kill(pid_, SIGKILL);
        static_cast<void>(wait());
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    int wait() {  // its status
        int status = 0;
        while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = 0;
        return status;
    }

  private:
    pid_t pid_;
};

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }
    void close() {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    }

  private:
    int fd_;
};

}  // namespace

Result<std::optional<std::string>> run_apart(const std::function<std::string()>& work,
                                             std::optional<std::chrono::milliseconds> patience,
                                             const std::atomic<bool>* interrupt) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail("", "cannot start: " + reason_of(errno));
    Descriptor reading(ends[0]), writing(ends[1]);
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid < 0) return fail("", "cannot start: " + reason_of(errno));
    if (pid == 0) work_and_end(work, writing.get(), parent);
    Child child(pid);
    writing.close();

    const auto begin = std::chrono::steady_clock::now();
    std::string result;
    std::array<char, 1 << 16> bytes{};
    while (true) {
        if (interrupt != nullptr && *interrupt) return fail("", "interrupted");
        if (patience && result.empty() && std::chrono::steady_clock::now() - begin >= *patience)
            return std::nullopt;
        pollfd ready{reading.get(), POLLIN, 0};
        if (poll(&ready, 1, tick_ms) <= 0) continue;  // also where a signal came
        const ssize_t got = read(reading.get(), bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        result.append(bytes.data(), static_cast<std::size_t>(got));
    }
    const int status = child.wait();
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return result;
    return fail("", WIFSIGNALED(status) ? "ended by signal " + std::to_string(WTERMSIG(status))
                                        : std::string("there is not enough memory"));
}

}  // namespace hearsay::graphs
