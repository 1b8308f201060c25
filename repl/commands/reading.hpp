// What the commands that read articles need: the learned reading, and how many articles are read side by
// side.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/articles/pipeline.hpp"
#include "graphs/error.hpp"

namespace hearsay::repl {

inline constexpr std::size_t most_threads = 256;

// One a core.
std::size_t default_threads();
// "4". Error: no number from 1 to `most_threads`.
graphs::Result<std::size_t> threads_from(std::string_view text);

// The annotators, with the weights file that `weights` (--weights), HEARSAY_WEIGHTS or the usual places name:
// see weights_file.hpp. Error: there is none anywhere, or it is no good; what it was named by, the reason,
// and how to get it.
graphs::Result<engine::Pipeline> open_reading(const std::optional<std::string>& weights);

}  // namespace hearsay::repl
