#include "repl/commands/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <thread>

#include "engine/articles/network/network_annotator.hpp"
#include "repl/commands/weights_file.hpp"

namespace hearsay::repl {

std::size_t default_threads() {
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads);
}

graphs::Result<std::size_t> threads_from(std::string_view text) {
    std::size_t threads = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), threads);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || threads < 1 ||
        threads > most_threads)
        return graphs::fail(
            "", fmt::format("--threads takes a number from 1 to {}, not `{}`", most_threads, text));
    return threads;
}

graphs::Result<engine::Pipeline> open_reading(const std::optional<std::string>& weights) {
    const auto found = find_weights(weights_places(weights));
    if (!found) return tl::unexpected(found.error());
    auto network = engine::open_network(found->file);
    if (network) return engine::Pipeline::standard(*network);
    graphs::Error error = network.error();
    if (found->from_environment) error.place += " (named by HEARSAY_WEIGHTS)";
    return tl::unexpected(error);
}

}  // namespace hearsay::repl
