// What is written, as values. Each takes the text of a literal that the grammar has accepted, and where it
// stands. Each throws BuildError where the value does not exist: an integer beyond 64 bits, half of a
// surrogate pair.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammar/text/diagnostic.hpp"

namespace hearsay::grammar::build {

// A statement that follows the grammar and is wrong all the same. Never leaves parse().
struct BuildError {
    Diagnostic diagnostic;
};
[[noreturn]] void fail(Span span, std::string message, std::string detail, std::string suggestion = "");

// 42, 0x2a, 0o52; `negative`: a minus sign stands before it, which lets 9223372036854775808 in.
std::int64_t integer_value(std::string_view literal, bool negative, Span span);
double double_value(std::string_view literal, Span span);
// With its quotes.
std::string string_value(std::string_view literal, Span span);
// A name, with its back-quotes if it has any.
std::string name_value(std::string_view literal);

}  // namespace hearsay::grammar::build
