// What a user allows the reading of articles, and how it is ended, also in the midst of an article.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>

#include "graphs/progress.hpp"

namespace hearsay::engine {

// None: no limit.
struct ReadingLimits {
    std::optional<std::chrono::nanoseconds> time;  // of all that is read together
    std::optional<std::size_t> memory;             // bytes that the program holds beyond what it held before
    // Bytes of one article as it is given: a text, a page, a file of JSON, a line of JSON lines. A larger one
    // is an error of that article, and never in memory as a whole.
    std::optional<std::size_t> article = default_most_article;
    static constexpr std::size_t default_most_article = std::size_t{64} << 20;
};

// Thrown where reading must end; inside the engine only.
struct ReadingStopped : std::exception {
    const char* what() const noexcept override { return "the reading was stopped"; }
};

// How far the reading is from its limits. The clock and the count of memory begin with the object. Any number
// of threads may ask it.
class Watch {
  public:
    // `interrupt` ends the reading when it is set (Ctrl-C).
    explicit Watch(const ReadingLimits& limits = {}, const std::atomic<bool>* interrupt = nullptr);

    const ReadingLimits& limits() const { return limits_; }
    // Whether reading must end: once it must, it stays so. Some 10 ns, now and then some microseconds.
    bool over() const;
    void check() const {
        if (over()) throw ReadingStopped();
    }
    // The same for long loops. Valid as long as the watch.
    graphs::Progress progress() const {
        return [this](std::size_t) { check(); };
    }
    bool interrupted() const { return end_ == End::Interrupt; }
    // Which limit was passed, and what raises it; empty where none was.
    std::string reason() const;

  private:
    enum class End { None, Interrupt, Time, Memory };
    bool end(End why) const;

    ReadingLimits limits_;
    const std::atomic<bool>* interrupt_;
    std::chrono::nanoseconds deadline_ = std::chrono::nanoseconds::max();  // of the steady clock
    std::size_t most_held_;                                                // bytes
    mutable std::atomic<std::int64_t> next_look_{0};                       // at the memory; nanoseconds
    mutable std::atomic<End> end_{End::None};
};

}  // namespace hearsay::engine
