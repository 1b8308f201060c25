// How long work in this library can be ended from outside.
#pragma once

#include <cstddef>
#include <functional>

namespace hearsay::graphs {

// Called every some microseconds, and before many bytes are taken, with their number. It may throw: what was
// asked for is then not done, and nothing else has changed.
using Progress = std::function<void(std::size_t bytes)>;

inline const Progress no_progress = [](std::size_t) {};  // nobody ends it

}  // namespace hearsay::graphs
