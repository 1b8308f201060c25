#include "engine/articles/reader/watched_input.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <ios>
#include <system_error>

namespace hearsay::engine {
namespace {

constexpr int look_milliseconds = 100, pause_milliseconds = 500;

}  // namespace

// Without O_NONBLOCK a pipe that nobody writes to would hold the opening.
WatchedInput::WatchedInput(const std::filesystem::path& file, const Watch& watch)
    : watch_(watch), descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)), own_(true) {
    if (descriptor_ < 0) error_ = errno;
}

WatchedInput::~WatchedInput() {
    if (own_ && descriptor_ >= 0) ::close(descriptor_);
}

bool WatchedInput::wait() const {
    int waited = 0;
    // Woken again and again: a signal that comes between the look at the watch and the waiting is seen then.
    for (pollfd input{descriptor_, POLLIN, 0};;) {
        if (watch_.over()) return false;
        const int ready = ::poll(&input, 1, look_milliseconds);
        if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
        if (ready != 0) continue;
        if (waited < pause_milliseconds && (waited += look_milliseconds) >= pause_milliseconds && paused_)
            paused_();
    }
}

WatchedInput::int_type WatchedInput::underflow() {
    ssize_t got = -1;
    do {
        if (!wait()) return traits_type::eof();
        got = ::read(descriptor_, bytes_.data(), bytes_.size());
    } while (got < 0 && (errno == EINTR || errno == EAGAIN));
    if (got < 0) {
        error_ = errno;
        throw std::ios_base::failure("input", std::error_code(error_, std::generic_category()));
    }
    if (got == 0) return traits_type::eof();
    setg(bytes_.data(), bytes_.data(), bytes_.data() + got);
    return traits_type::to_int_type(bytes_[0]);
}

}  // namespace hearsay::engine
