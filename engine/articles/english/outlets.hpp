// The list behind metadata_outlets, compiled by hand from common knowledge.
#pragma once

#include <string_view>

namespace hearsay::engine {

// A line each: name|other names|domains|country (ISO 3166)[|agency]. Lists are separated by commas.
extern const std::string_view outlets_data;
// The last words of newspapers' names.
extern const std::string_view outlet_heads;

}  // namespace hearsay::engine
