#include "engine/articles/reader/watch.hpp"

#include <fmt/format.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>

#include "graphs/values/amount_text.hpp"

namespace hearsay::engine {
namespace {

constexpr std::int64_t between_looks = 20'000'000;  // nanoseconds; a look reads a file of the kernel's
constexpr std::size_t no_bound = std::numeric_limits<std::size_t>::max();

// The steady clock as of its last tick, which is quick to read.
std::chrono::nanoseconds now() {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC_COARSE, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

// Bytes in memory that no file stands behind. Articles are read by several threads, each of which gives back
// what another took, so that the whole is looked at.
std::size_t held() {
    std::size_t all = 0, resident = 0, shared = 0;
    std::ifstream("/proc/self/statm") >> all >> resident >> shared;
    return (resident - std::min(resident, shared)) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

Watch::Watch(const ReadingLimits& limits, const std::atomic<bool>* interrupt)
    : limits_(limits), interrupt_(interrupt), most_held_(no_bound) {
    if (limits.time && *limits.time < std::chrono::nanoseconds::max() - now())
        deadline_ = now() + *limits.time;
    if (limits.memory)
        if (const std::size_t before = held(); *limits.memory < no_bound - before)
            most_held_ = before + *limits.memory;
}

bool Watch::over() const {
    if (end_.load(std::memory_order_relaxed) != End::None) return true;
    if (interrupt_ != nullptr && interrupt_->load(std::memory_order_relaxed)) return end(End::Interrupt);
    if (deadline_ == std::chrono::nanoseconds::max() && most_held_ == no_bound) return false;
    const std::chrono::nanoseconds time = now();
    if (time >= deadline_) return end(End::Time);
    std::int64_t look = next_look_.load(std::memory_order_relaxed);
    if (most_held_ == no_bound || time.count() < look ||
        !next_look_.compare_exchange_strong(look, time.count() + between_looks))
        return false;
    return held() > most_held_ && end(End::Memory);
}

bool Watch::end(End why) const {
    End none = End::None;
    end_.compare_exchange_strong(none, why);
    return true;
}

std::string Watch::reason() const {
    if (end_ == End::Time)
        return fmt::format("the reading takes more than {}; `--timeout` sets how long it may take",
                           graphs::duration_text(*limits_.time));
    if (end_ == End::Memory)
        return fmt::format(
            "the reading needs more than {} of memory; `--max-memory` sets how much it may take",
            graphs::size_text(*limits_.memory));
    return {};
}

}  // namespace hearsay::engine
