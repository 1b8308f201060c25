#include "repl/commands/weights_file.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <system_error>

#ifndef HEARSAY_SOURCE_WEIGHTS
#error "the build gives HEARSAY_SOURCE_WEIGHTS"
#endif

namespace hearsay::repl {

namespace fs = std::filesystem;

WeightsPlaces weights_places(const std::optional<std::string>& option) {
    WeightsPlaces places;
    places.option = option;
    if (const char* named = std::getenv("HEARSAY_WEIGHTS"); named != nullptr && *named != '\0')
        places.environment = named;
    std::error_code error;
    if (const fs::path program = fs::read_symlink("/proc/self/exe", error); !error)
        places.usual.push_back(program.parent_path().parent_path() / "share/hearsay/reading.weights");
    places.usual.emplace_back(HEARSAY_SOURCE_WEIGHTS);
    return places;
}

graphs::Result<WeightsFile> find_weights(const WeightsPlaces& places) {
    if (places.option) {
        if (places.option->empty()) return graphs::fail("", "--weights needs a file's name");
        return WeightsFile{*places.option, false};
    }
    if (places.environment) return WeightsFile{*places.environment, true};
    std::string looked;
    for (const fs::path& file : places.usual) {
        std::error_code error;
        if (fs::symlink_status(file, error).type() != fs::file_type::not_found)
            return WeightsFile{file, false};
        looked += "\n  " + file.string();
    }
    return graphs::fail(
        "", fmt::format("articles cannot be read without the weights of the learned reading, and they are "
                        "not in{}\nThey come with Hearsay's source as {}; --weights FILE or "
                        "HEARSAY_WEIGHTS names another place.",
                        looked, "engine/articles/network/weights/reading.weights"));
}

}  // namespace hearsay::repl
