// Ends the reading of a long text from outside.
#pragma once

#include <atomic>

namespace hearsay::grammar {

struct Interrupted {};  // thrown and caught within this library

// As long as it lives, what `parse` reads in this thread ends soon after `flag` was set, as an error of the
// type "Interrupted". Null: nothing ends it.
class Interruption {
  public:
    explicit Interruption(const std::atomic<bool>* flag);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

  private:
    const std::atomic<bool>* before_;
};

// Throws Interrupted. What reads calls it every few thousand characters.
void look_for_interruption();

}  // namespace hearsay::grammar
