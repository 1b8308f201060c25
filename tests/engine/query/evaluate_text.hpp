// For tests: the value of an expression that is written as text.
#pragma once

#include <string>
#include <string_view>

#include "engine/query/functions/function.hpp"

namespace hearsay::engine::test {

// As in the query language: strings in single quotes, maps ascending by key; vertices, edges and paths as
// (3), [5] and <3, 5, 4>.
std::string text_of(const graphs::Value& value);

// Parses `RETURN <expression>`, compiles the expression and evaluates it on a batch. Errors come as
// "Type/Detail: <the text that they point at>".
std::string evaluate(std::string_view expression, const Parameters& parameters = {});
std::string evaluate(std::string_view expression, graphs::PropertyGraph& graph, const Layout& layout,
                     const Batch& batch, const Parameters& parameters = {},
                     const builtins::Functions& functions = builtins::Functions::standard());

}  // namespace hearsay::engine::test
