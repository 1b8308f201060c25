// Run-time errors of expressions, with openCypher's names for them.
#pragma once

#include <string>
#include <string_view>

#include "engine/query/context.hpp"
#include "graphs/value.hpp"

namespace hearsay::engine::expressions {

// Each throws QueryError with its place. `type` and `detail` are openCypher's: "ArithmeticError",
// "DivisionByZero".
[[noreturn]] void fail(grammar::Span span, std::string message, std::string_view type,
                       std::string_view detail, std::string suggestion = {});

// "expected `wanted` but got a String", TypeError.
[[noreturn]] void fail_type(grammar::Span span, std::string_view wanted, const graphs::Value& got,
                            std::string_view detail = "InvalidArgumentType");

}  // namespace hearsay::engine::expressions
