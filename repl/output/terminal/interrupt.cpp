#include "repl/output/terminal/interrupt.hpp"

#include <csignal>
#include <utility>

namespace hearsay::repl {
namespace {

std::atomic<bool> flag{false};
std::atomic<bool> stays{false};
thread_local bool stop_points = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

extern "C" void on_interrupt(int number) {
    if (flag.exchange(true) && !stays) {
        std::signal(number, SIG_DFL);
        std::raise(number);
    }
}

}  // namespace

std::atomic<bool>& interrupted() {
    return flag;
}

StopScope::StopScope(bool open) : before_(std::exchange(stop_points, open)) {}
StopScope::~StopScope() {
    stop_points = before_;
}

void stop_point() {
    if (flag.load(std::memory_order_relaxed) && stop_points) throw Stopped();
}

void catch_interrupts(bool interactive) {
    stays = interactive;
    struct sigaction action {};
    action.sa_handler = on_interrupt;
    sigemptyset(&action.sa_mask);
    action.sa_flags = 0;  // reading from the terminal ends with EINTR
    sigaction(SIGINT, &action, nullptr);
}

}  // namespace hearsay::repl
