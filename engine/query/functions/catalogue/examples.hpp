// An example of every function, for the documentation: engine/query/FUNCTIONS.md is made from it and tested.
#pragma once

#include <string_view>
#include <vector>

namespace hearsay::engine {

struct FunctionExample {
    std::string_view function;  // as documented: "toUpper"
    // An expression, or a whole query with one column and one row, on the graph that `example_graph` makes.
    std::string_view query;
    std::string_view result;  // in the language's own notation

    // The statement to run: an expression gets its RETURN.
    bool is_expression() const;
};

struct FunctionFamily {
    std::string_view title;
    std::vector<FunctionExample> examples;  // those of one function stand together
};

// Every function of Functions::standard() is in one family.
const std::vector<FunctionFamily>& function_families();
// A CREATE statement.
std::string_view example_graph();
// `function`: as documented.
std::vector<FunctionExample> examples_of(std::string_view function,
                                         const std::vector<FunctionFamily>& families);

}  // namespace hearsay::engine
