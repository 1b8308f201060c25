// Ctrl-C: a flag that long work looks at.
#pragma once

#include <atomic>

namespace hearsay::repl {

// Set by SIGINT once `catch_interrupts` was called; whoever acts on it clears it.
std::atomic<bool>& interrupted();

// From now on Ctrl-C sets the flag. A second one before the first was acted on ends the program, unless it is
// `interactive`.
void catch_interrupts(bool interactive);

// What work that shows something passes again and again: throws Stopped if Ctrl-C was pressed while a
// StopScope was open. It costs a nanosecond.
struct Stopped {};
void stop_point();
class StopScope {
  public:
    explicit StopScope(bool open = true);  // false: none is open until its end
    ~StopScope();
    StopScope(const StopScope&) = delete;
    StopScope& operator=(const StopScope&) = delete;

  private:
    bool before_;
};

}  // namespace hearsay::repl
