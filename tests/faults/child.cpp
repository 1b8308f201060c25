#include "tests/faults/child.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace hearsay::faults {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

// A file for what a child writes, outside the work folder, where only what the program leaves shall be.
std::string new_file() {
    std::string pattern = (fs::temp_directory_path() / "hearsay-faults-out-XXXXXX").string();
    const int file = mkstemp(pattern.data());
    if (file < 0) {
        std::perror("no file for the program's output");
        std::exit(1);
    }
    close(file);
    return pattern;
}

// Behind fork: only what is safe there.
[[noreturn]] void become(const Order& order, char* const* words, const char* input, const char* out,
                         const char* err) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(open(input, O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    dup2(open(out, O_WRONLY | O_TRUNC | O_CLOEXEC), STDOUT_FILENO);
    dup2(open(err, O_WRONLY | O_TRUNC | O_CLOEXEC), STDERR_FILENO);
    for (const auto& [name, value] : order.environment) setenv(name.c_str(), value.c_str(), 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    for (const auto& [which, most] : order.limits) {
        const rlimit limit{most, most};
        setrlimit(static_cast<__rlimit_resource_t>(which), &limit);
    }
    execv(words[0], words);
    _exit(127);
}

}  // namespace

Child::Child(const Order& order) : order_(order), out_(new_file()), err_(new_file()), begin_(Clock::now()) {
    std::vector<char*> words;
    for (std::string& word : order_.words) words.push_back(word.data());
    words.push_back(nullptr);
    const std::string input = order_.input.empty() ? "/dev/null" : order_.input;
    id_ = fork();
    if (id_ < 0) {
        std::perror("cannot fork");
        std::exit(1);
    }
    if (id_ == 0) become(order_, words.data(), input.c_str(), out_.c_str(), err_.c_str());
}

Child::~Child() {
    if (id_ > 0) {
        kill(id_, SIGKILL);
        waitpid(id_, nullptr, 0);
    }
    std::remove(out_.c_str());
    std::remove(err_.c_str());
}

std::string Child::out() const {
    return text_of(out_);
}
std::string Child::err() const {
    return text_of(err_);
}

Ran Child::wait(std::chrono::seconds hang) {
    Ran ran;
    int status = 0;
    while (waitpid(id_, &status, WNOHANG) == 0) {
        const auto since = Clock::now() - begin_;
        ran.hung = since > hang;
        ran.killed = order_.killed_after && since >= *order_.killed_after;
        if (ran.hung || ran.killed) {
            kill(id_, SIGKILL);
            waitpid(id_, &status, 0);
            break;
        }
        usleep(200);
    }
    id_ = -1;
    ran.took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin_);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.killed = ran.killed && ran.status == 128 + SIGKILL;  // or it ended in that very moment
    ran.out = out();
    ran.err = err();
    return ran;
}

Ran run(const Order& order) {
    return Child(order).wait();
}

std::string text_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void write_text(const std::string& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string indecent(const Ran& ran) {
    if (ran.hung) return "it did not end by itself: " + ran.err;
    if (ran.killed) return "";
    if (ran.err.find("Sanitizer") != std::string::npos || ran.err.find("runtime error") != std::string::npos)
        return "a sanitizer's report: " + ran.err;
    if (ran.status >= 126) return "it crashed (status " + std::to_string(ran.status) + "): " + ran.err;
    if (ran.status != 0 && ran.err.empty())
        return "it failed (status " + std::to_string(ran.status) + ") without a word";
    return "";
}

}  // namespace hearsay::faults
