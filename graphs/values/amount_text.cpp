#include "graphs/values/amount_text.hpp"

#include <fmt/format.h>

namespace hearsay::graphs {

std::string duration_text(std::chrono::nanoseconds time) {
    const double seconds = std::chrono::duration<double>(time).count();
    if (seconds >= 60 && time % std::chrono::minutes(1) == std::chrono::nanoseconds(0))
        return fmt::format("{} min", seconds / 60);
    return seconds < 1 ? fmt::format("{} ms", seconds * 1e3) : fmt::format("{} s", seconds);
}

std::string size_text(std::size_t bytes) {
    const auto as = [bytes](int bits, const char* unit) {
        return fmt::format("{:.4g} {}",
                           static_cast<double>(bytes) / static_cast<double>(std::size_t{1} << bits), unit);
    };
    if (bytes >= std::size_t{1} << 30) return as(30, "GiB");
    if (bytes >= std::size_t{1} << 20) return as(20, "MiB");
    if (bytes >= std::size_t{1} << 10) return as(10, "KiB");
    return fmt::format("{} bytes", bytes);
}

}  // namespace hearsay::graphs
