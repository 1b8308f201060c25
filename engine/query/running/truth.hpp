// The three truth values of Kleene's logic; Unknown is null.
#pragma once

#include <cstdint>

#include "graphs/values/value.hpp"

namespace hearsay::engine {

enum class Truth : std::uint8_t { False, True, Unknown };

inline Truth truth_from(bool holds) {
    return holds ? Truth::True : Truth::False;
}
inline graphs::Value value_of(Truth truth) {
    return truth == Truth::Unknown ? graphs::Value() : graphs::Value(truth == Truth::True);
}

}  // namespace hearsay::engine
