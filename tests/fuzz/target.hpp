// What a fuzzer calls with each input, and what it says where something is wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace hearsay::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// Ends the program if the condition does not hold: the fuzzer then keeps the input.
inline void require(bool condition, const char* what, const std::string& details = "") {
    if (condition) return;
    std::fprintf(stderr, "not so: %s\n%s\n", what, details.c_str());
    std::abort();
}

}  // namespace hearsay::fuzz
