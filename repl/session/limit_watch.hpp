// Limits for long work that is no query: it ends as Ctrl-C would end it.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "engine/query/running/limits.hpp"

namespace hearsay::repl {

class LimitWatch {
  public:
    // From now on until its end: sets `interrupted()` within some hundredths of a second when the time is up,
    // or when the whole program holds so much more memory than now. Throws std::bad_alloc where there is no
    // thread to be had.
    explicit LimitWatch(const engine::Limits& limits);
    ~LimitWatch();
    LimitWatch(const LimitWatch&) = delete;
    LimitWatch& operator=(const LimitWatch&) = delete;

    static constexpr const char* by_interrupt = "stopped by Ctrl-C";
    // Ends the watch, and clears `interrupted()`. Why the work was ended, if it was: by_interrupt, or the
    // limit and the option that sets it.
    std::optional<std::string> ended();

  private:
    void watch();
    void finish();

    engine::Limits limits_;
    std::size_t before_ = 0;  // bytes
    std::mutex mutex_;
    std::condition_variable done_;
    bool finished_ = false;
    std::optional<std::string> passed_;
    std::thread thread_;
};

}  // namespace hearsay::repl
