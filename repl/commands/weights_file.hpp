// Where the weights of the learned reading are.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "graphs/error.hpp"

namespace hearsay::repl {

// The places in the order in which they count. A person's word is final: what an option or the environment
// names is not looked for elsewhere.
struct WeightsPlaces {
    std::optional<std::string> option;         // --weights
    std::optional<std::string> environment;    // HEARSAY_WEIGHTS, unless it is empty
    std::vector<std::filesystem::path> usual;  // the first of these that is there
};

// This program's: `usual` are ../share/hearsay/reading.weights beside the folder that the program is in, and
// the one in the source tree that the program was built from.
WeightsPlaces weights_places(const std::optional<std::string>& option);

struct WeightsFile {
    std::filesystem::path file;
    bool from_environment = false;  // a person may have forgotten that it is set
};
// Error: --weights is empty; none of the usual places has the file, with these places and how to get it. What
// was named may not exist.
graphs::Result<WeightsFile> find_weights(const WeightsPlaces& places);

}  // namespace hearsay::repl
