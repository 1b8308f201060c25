#include "engine/articles/reader/standard_input.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <ios>
#include <system_error>

namespace hearsay::engine {
namespace {

constexpr int pause_milliseconds = 500;

}  // namespace

bool StandardInput::wait() const {
    bool said = false;
    // Woken again and again: a signal that comes between the look at `interrupt` and the waiting is seen
    // then.
    for (pollfd input{STDIN_FILENO, POLLIN, 0};;) {
        if (interrupt_ && *interrupt_) return false;
        const int ready = ::poll(&input, 1, pause_milliseconds);
        if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
        if (ready == 0 && !said && paused_) {
            said = true;
            paused_();
        }
    }
}

StandardInput::int_type StandardInput::underflow() {
    ssize_t got = -1;
    do {
        if (!wait()) return traits_type::eof();
        got = ::read(STDIN_FILENO, bytes_.data(), bytes_.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        error_ = errno;
        throw std::ios_base::failure("standard input", std::error_code(error_, std::generic_category()));
    }
    if (got == 0) return traits_type::eof();
    setg(bytes_.data(), bytes_.data(), bytes_.data() + got);
    return traits_type::to_int_type(bytes_[0]);
}

}  // namespace hearsay::engine
