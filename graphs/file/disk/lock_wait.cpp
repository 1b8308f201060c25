#include "graphs/file/disk/lock_wait.hpp"

#include <unistd.h>

#include <algorithm>
#include <thread>

namespace hearsay::graphs {

void LockWait::set(sqlite3* db, std::chrono::milliseconds most) {
    most_ = most;
    sqlite3_busy_handler(db, &LockWait::wait, this);
}

// SQLite calls this each time that it finds the lock taken; 0 gives up.
int LockWait::wait(void* self, int times) {
    LockWait& its = *static_cast<LockWait*>(self);
    const auto now = std::chrono::steady_clock::now();
    if (times == 0) its.since_ = now;
    if (its.interrupted() || now - its.since_ >= its.most_) return 0;
    // Programs that wait for one another wait for different times, so that none always comes last.
    const int unlike = static_cast<int>(getpid() % 5);
    std::this_thread::sleep_for(std::chrono::milliseconds(1 + std::min(times, 10) + unlike));
    return 1;
}

}  // namespace hearsay::graphs
