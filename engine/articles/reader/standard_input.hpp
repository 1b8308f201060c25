// Standard input that a person can end with Ctrl-C, and that says when nothing comes.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <streambuf>

namespace hearsay::engine {

// Reads file descriptor 0. std::cin would wait on after Ctrl-C, or take it for an end like any other.
class StandardInput final : public std::streambuf {
  public:
    // The input ends where `interrupt` is set. `paused` is called, once a pause, when nothing came for half a
    // second.
    explicit StandardInput(const std::atomic<bool>* interrupt = nullptr, std::function<void()> paused = {})
        : interrupt_(interrupt), paused_(std::move(paused)) {}

    int error() const { return error_; }  // errno of a failed read, or 0

  private:
    // A failed read throws, which makes the stream bad().
    int_type underflow() override;
    bool wait() const;  // for input; false: interrupted

    const std::atomic<bool>* interrupt_;
    std::function<void()> paused_;
    std::array<char, 1 << 16> bytes_;
    int error_ = 0;
};

}  // namespace hearsay::engine
