// How long to wait for a lock that another program holds on a SQLite file.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <chrono>

namespace hearsay::graphs {

// REQUIRES: lives, at one place, as long as the connection that it was set on.
class LockWait {
  public:
    // `interrupt`, when set, ends the wait.
    explicit LockWait(const std::atomic<bool>* interrupt) : interrupt_(interrupt) {}

    // From now on this connection waits so long for a lock.
    void set(sqlite3* db, std::chrono::milliseconds most);
    bool interrupted() const { return interrupt_ != nullptr && interrupt_->load(std::memory_order_relaxed); }

  private:
    static int wait(void* self, int times);

    const std::atomic<bool>* interrupt_;
    std::chrono::milliseconds most_{0};
    std::chrono::steady_clock::time_point since_;
};

}  // namespace hearsay::graphs
