// Ctrl-C: a flag that long work looks at.
#pragma once

#include <atomic>

namespace hearsay::repl {

// Set by SIGINT once `catch_interrupts` was called; whoever acts on it clears it.
std::atomic<bool>& interrupted();

// From now on Ctrl-C sets the flag. A second one before the first was acted on ends the program, unless it is
// `interactive`.
void catch_interrupts(bool interactive);

}  // namespace hearsay::repl
