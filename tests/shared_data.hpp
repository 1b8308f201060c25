// Data that some tests use and the project does not carry.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace hearsay::tests {

// A file or folder of HEARSAY_SHARED, or of ../shared beside the checkout (tests run in the checkout);
// nothing where it is absent. A test that goes without says so: WARN("skipped: there is no ../shared/seeds").
inline std::optional<std::filesystem::path> shared_data(const std::string& name) {
    const char* given = std::getenv("HEARSAY_SHARED");
    const auto path = std::filesystem::path(given ? given : "../shared") / name;
    return std::filesystem::exists(path) ? std::optional(path) : std::nullopt;
}

}  // namespace hearsay::tests
