// The SHA-256 digest (FIPS 180-4) by which the same text is known again.
#pragma once

#include <string>
#include <string_view>

namespace hearsay::engine {

// 64 small hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace hearsay::engine
