#include "repl/session/limit_watch.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <new>
#include <system_error>

#include "repl/output/terminal/interrupt.hpp"

namespace hearsay::repl {
namespace {

constexpr std::chrono::milliseconds between_looks{20};

// What the program holds in memory, of all its threads and libraries. 0 where it cannot be told.
std::size_t resident_bytes() {
    std::size_t pages = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

LimitWatch::LimitWatch(const engine::Limits& limits) : limits_(limits) {
    if (!limits_.time && !limits_.memory) return;
    if (limits_.memory) before_ = resident_bytes();
    try {
        thread_ = std::thread([this] { watch(); });
    } catch (const std::system_error&) {  // no memory for its stack
        throw std::bad_alloc();
    }
}

LimitWatch::~LimitWatch() {
    finish();
    if (passed_) interrupted() = false;  // a limit that was passed too late is nothing to what comes next
}

void LimitWatch::watch() {
    using std::chrono::steady_clock;
    const steady_clock::time_point begin = steady_clock::now();
    std::unique_lock lock(mutex_);
    while (!done_.wait_for(lock, between_looks, [this] { return finished_; })) {
        if (limits_.time && steady_clock::now() - begin >= *limits_.time)
            passed_ =
                fmt::format("it takes more than {}; `--timeout` and `:timeout` set how long it may take",
                            engine::duration_text(*limits_.time));
        else if (limits_.memory && resident_bytes() > before_ + *limits_.memory)
            passed_ = fmt::format(
                "it needs more than {} of memory; `--max-memory` and `:max-memory` set how much it may take",
                engine::size_text(*limits_.memory));
        if (!passed_) continue;
        interrupted() = true;
        return;
    }
}

void LimitWatch::finish() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        finished_ = true;
    }
    done_.notify_one();
    thread_.join();
}

std::optional<std::string> LimitWatch::ended() {
    finish();
    const bool stopped = interrupted().exchange(false);
    if (passed_) return passed_;
    return stopped ? std::optional<std::string>(by_interrupt) : std::nullopt;
}

}  // namespace hearsay::repl
