// Why a text is no date, time or zone, for the asker.
#pragma once

#include <string>

#include "graphs/values/temporal/zones.hpp"

namespace hearsay::engine::temporal {

// With the nearest known name, where a zone is unknown.
std::string text_of(const Unreadable& problem);

}  // namespace hearsay::engine::temporal
