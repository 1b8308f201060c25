// Input that a person can end with Ctrl-C, that ends with the time allowed, and that says when nothing comes.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <streambuf>

#include "engine/articles/reader/watch.hpp"

namespace hearsay::engine {

// Reads a file descriptor. std::cin and std::ifstream would wait on after Ctrl-C, or take it for an end like
// any other.
class WatchedInput final : public std::streambuf {
  public:
    // Standard input. It ends where `watch` is over. `paused` is called, once a pause, when nothing came for
    // half a second.
    explicit WatchedInput(const Watch& watch, std::function<void()> paused = {})
        : watch_(watch), paused_(std::move(paused)) {}
    // A file, which may be a pipe or a device; `error()` says why it cannot be opened.
    WatchedInput(const std::filesystem::path& file, const Watch& watch);
    ~WatchedInput() override;
    WatchedInput(const WatchedInput&) = delete;
    WatchedInput& operator=(const WatchedInput&) = delete;

    int error() const { return error_; }  // errno of a failed opening or read, or 0

  private:
    // A failed read throws, which makes the stream bad().
    int_type underflow() override;
    bool wait() const;  // for input; false: the watch is over

    const Watch& watch_;
    std::function<void()> paused_;
    int descriptor_ = 0;
    bool own_ = false;
    std::array<char, 1 << 16> bytes_;
    int error_ = 0;
};

}  // namespace hearsay::engine
