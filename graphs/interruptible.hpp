// Looks, in a long loop, whether the work is to end.
#pragma once

#include <atomic>

namespace hearsay::graphs {

struct Interrupted {};  // thrown and caught within this library

class Interruptible {
  public:
    explicit Interruptible(const std::atomic<bool>* interrupt) : interrupt_(interrupt) {}

    // Once a step of well below a millisecond. Throws Interrupted some thousand steps after it was set at the
    // latest.
    void step() {
        if ((++steps_ & 1023U) == 0) look();
    }
    void look() const {
        if (interrupt_ != nullptr && interrupt_->load(std::memory_order_relaxed)) throw Interrupted();
    }

  private:
    const std::atomic<bool>* interrupt_;
    unsigned steps_ = 0;
};

}  // namespace hearsay::graphs
