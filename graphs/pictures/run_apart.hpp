// Work that cannot be ended from within, in a process of its own.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "graphs/error.hpp"

namespace hearsay::graphs {

// What `work` gives, run in a fork of this process; whatever it does to memory is gone with it. The fork has
// the calling thread alone, so `work` may need nothing that another thread may be holding. `interrupt`, once
// set, ends it within a tenth of a second, as the error "interrupted". None: it was not done within
// `patience`, and was ended. Errors: there is no process to be had; the fork died, which says how.
Result<std::optional<std::string>> run_apart(const std::function<std::string()>& work,
                                             std::optional<std::chrono::milliseconds> patience,
                                             const std::atomic<bool>* interrupt);

}  // namespace hearsay::graphs
