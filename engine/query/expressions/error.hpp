// Run-time errors of expressions, with openCypher's names for them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/query/running/context.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::engine::expressions {

// Each throws QueryError with its place. `type` and `detail` are openCypher's: "ArithmeticError",
// "DivisionByZero".
[[noreturn]] void fail(grammar::Span span, std::string message, std::string_view type,
                       std::string_view detail, std::string suggestion = {});

// "expected `wanted` but got a String", TypeError.
[[noreturn]] void fail_type(grammar::Span span, std::string_view wanted, const graphs::Value& got,
                            std::string_view detail = "InvalidArgumentType");

// "this node has been deleted", EntityNotFound. REQUIRES: `element` is a node or a relationship.
[[noreturn]] void fail_deleted(grammar::Span span, const graphs::Value& element);

// Bounds of a single value, so that an expression that doubles its result again and again ends in an error.
inline constexpr std::size_t longest_text = std::size_t{1} << 24;       // bytes
inline constexpr std::size_t longest_list = std::size_t{1} << 24;       // elements
inline constexpr std::uint32_t deepest_value = 1000;                    // lists and maps inside one another
inline constexpr std::uint64_t largest_value = std::uint64_t{1} << 30;  // bytes written out (Value::extent)
[[noreturn]] void fail_text_too_long(grammar::Span span);
[[noreturn]] void fail_list_too_long(grammar::Span span);
[[noreturn]] void fail_extent(const graphs::Value& value, grammar::Span span);
// Gives back the value. Every list and map that is made of values goes through here: what holds itself many
// times over, [x, x] of [x, x] of ..., takes no memory, and for ever to compare or print.
inline graphs::Value within_bounds(graphs::Value value, grammar::Span span = {}) {
    const graphs::Value::Extent extent = value.extent();
    if (extent.depth > deepest_value || extent.bytes > largest_value) fail_extent(value, span);
    return value;
}

}  // namespace hearsay::engine::expressions
