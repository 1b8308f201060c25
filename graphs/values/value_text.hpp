// Values as text, as toString and `+` give it.
#pragma once

#include <string>

#include "graphs/values/value.hpp"

namespace hearsay::engine::builtins {

// The shortest text that reads back as the same number, always with a point or an exponent: "1.0", "0.1",
// "1e20"; "NaN", "Infinity", "-Infinity".
std::string text_of(double number);

// REQUIRES: the value is a Boolean, an Integer, a Float, a String or a Date.
std::string text_of(const graphs::Value& value);

}  // namespace hearsay::engine::builtins
