// What a function is called, takes and gives.
#pragma once

#include <cstddef>
#include <string>

namespace hearsay::engine {

struct FunctionSignature {
    std::string name;       // as documented: "toUpper"
    std::string signature;  // "toUpper(text :: STRING?) :: STRING?"
    std::string summary;
    std::size_t least = 0, most = 0;  // number of arguments
    bool aggregate = false;
    bool extension = false;  // not of openCypher
};

}  // namespace hearsay::engine
