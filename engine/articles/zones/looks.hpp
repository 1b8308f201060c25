// The words by which captions, bylines and furniture are known.
#pragma once

#include <string_view>

#include "engine/articles/zones/lines.hpp"

namespace hearsay::engine {

// Of a line whose counts are filled; `text` is the line itself.
LineLook look_of(std::string_view text, const Line& line);

}  // namespace hearsay::engine
