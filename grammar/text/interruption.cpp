#include "grammar/text/interruption.hpp"

#include <utility>

namespace hearsay::grammar {
namespace {

constinit thread_local const std::atomic<bool>* interrupt = nullptr;

}  // namespace

Interruption::Interruption(const std::atomic<bool>* flag) : before_(std::exchange(interrupt, flag)) {}
Interruption::~Interruption() {
    interrupt = before_;
}

void look_for_interruption() {
    if (interrupt != nullptr && interrupt->load(std::memory_order_relaxed)) throw Interrupted();
}

}  // namespace hearsay::grammar
