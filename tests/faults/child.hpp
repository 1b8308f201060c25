// The program as a child process: with limits, an environment, and a signal at any moment.
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hearsay::faults {

// How to run a program.
struct Order {
    std::vector<std::string> words;  // the program and its arguments
    std::string input;               // the file that is its standard input; none: /dev/null
    std::vector<std::pair<std::string, std::string>> environment;  // on top of the campaign's own
    std::vector<std::pair<int, rlim_t>> limits;                    // RLIMIT_... and what it may be at most
    std::optional<std::chrono::microseconds> killed_after;         // by SIGKILL
};

struct Ran {
    int status = -1;      // the exit status; 128 + the signal's number if one ended it
    bool hung = false;    // was killed because it did not end
    bool killed = false;  // `killed_after` came before its end
    std::string out, err;
    std::chrono::microseconds took{};
};

// Runs while this lives; its output goes to files.
class Child {
  public:
    explicit Child(const Order& order);
    ~Child();  // kills it if it still runs
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    pid_t id() const { return id_; }
    // What it has written so far.
    std::string out() const;
    std::string err() const;
    // Waits for its end, and kills it as the order says, or if it takes longer than `hang`.
    Ran wait(std::chrono::seconds hang = std::chrono::seconds(600));

  private:
    Order order_;
    std::string out_, err_;
    std::chrono::steady_clock::time_point begin_;
    pid_t id_ = -1;
};

Ran run(const Order& order);

// The text of a file; empty if there is none.
std::string text_of(const std::string& file);
void write_text(const std::string& file, const std::string& text);

// Why this is no decent end: a crash, a hang, a failed invariant, a sanitizer's report, a failure without a
// word. Empty if it is one. A kill that the order asked for is decent.
std::string indecent(const Ran& ran);

}  // namespace hearsay::faults
