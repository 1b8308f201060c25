#include "engine/query/running/context.hpp"

#include <fmt/format.h>
#include <time.h>

#include <algorithm>

namespace hearsay::engine {

namespace {

[[noreturn]] void fail(const QueryContext& context, std::string message, std::string_view detail,
                       std::string_view hint) {
    throw QueryError({grammar::Severity::Error,
                      {0, context.text.size()},
                      std::move(message),
                      std::string(hint),
                      "LimitError",
                      std::string(detail)});
}

}  // namespace

Allowance::Allowance(const Limits& limits) : limits_(limits) {
    using std::chrono::nanoseconds;
    const nanoseconds now = std::chrono::steady_clock::now().time_since_epoch();
    if (limits.time && *limits.time < nanoseconds::max() - now) deadline_ = now + *limits.time;
    constexpr std::int64_t no_bound = std::numeric_limits<std::int64_t>::max();
    if (limits.memory &&
        *limits.memory < static_cast<std::size_t>(no_bound - std::max<std::int64_t>(heap_bytes, 0)))
        most_allowed_ = heap_bytes + static_cast<std::int64_t>(*limits.memory);
}

bool Allowance::out_of_time() const {
    if (deadline_ == std::chrono::nanoseconds::max()) return false;
    // The steady clock, but as of the last tick: six times as fast to read.
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec) >= deadline_;
}

std::size_t Allowance::most_held() const {
    return static_cast<std::size_t>(most_held_ - held_before_);
}

void QueryContext::check() const {
    if (interrupt != nullptr && interrupt->load(std::memory_order_relaxed))
        throw QueryError({grammar::Severity::Error, {0, text.size()}, "interrupted", "", "Interrupted", ""});
    if (allowance.out_of_memory()) fail_memory();
    if (allowance.out_of_time()) {
        fail(*this, fmt::format("the statement takes more than {}", duration_text(*allowance.limits().time)),
             "TimeLimitExceeded", "`--timeout` and `:timeout` set how long it may take");
    }
}

void QueryContext::fail_memory() const {
    fail(*this,
         fmt::format("the statement needs more than {} of memory", size_text(*allowance.limits().memory)),
         "MemoryLimitExceeded", "`--max-memory` and `:max-memory` set how much it may take");
}

void QueryContext::fail_rows() const {
    fail(*this, fmt::format("the result has more than {} rows", *allowance.limits().rows), "RowLimitExceeded",
         "`--max-rows` and `:max-rows` set how many it may have; LIMIT cuts a result");
}

bool QueryContext::is_there(const graphs::Value& element) const {
    return element.kind() == graphs::Kind::Edge ? is_there(element.edge()) : is_there(element.vertex());
}

}  // namespace hearsay::engine
