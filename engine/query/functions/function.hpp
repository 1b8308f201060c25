// How a function of the query language is written.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/functions/signature.hpp"

namespace hearsay::engine::builtins {

// Where a function is called, for its errors.
struct CallSite {
    std::string name;  // as documented
    grammar::Span span;
    std::vector<grammar::Span> arguments;
};

// The arguments of one call on one row. The named accessors throw a TypeError that points at the argument if
// it is of another kind.
class Arguments {
  public:
    Arguments(const std::vector<const graphs::Value*>& values, const CallSite& site, QueryContext& context)
        : values_(values), site_(site), context_(context) {}

    std::size_t size() const { return values_.size(); }
    const graphs::Value& operator[](std::size_t i) const { return *values_[i]; }
    std::string_view string(std::size_t i) const;
    const graphs::List& list(std::size_t i) const;
    const graphs::Path& path(std::size_t i) const;
    graphs::EdgeId edge(std::size_t i) const;
    std::int64_t integer(std::size_t i) const;
    double number(std::size_t i) const;

    const graphs::PropertyGraph& graph() const { return context_.graph; }
    QueryContext& context() const { return context_; }
    const CallSite& site() const { return site_; }

    // "toUpper() takes a String, but got a Node"; `wanted` with its article.
    [[noreturn]] void wrong_type(std::size_t i, std::string_view wanted,
                                 std::string_view detail = "InvalidArgumentValue") const;
    // An argument that is of the right type but cannot be used: `problem` without the function's name.
    [[noreturn]] void wrong_value(std::size_t i, std::string_view problem,
                                  std::string_view type = "ArgumentError",
                                  std::string_view detail = "InvalidArgumentValue") const;

  private:
    const std::vector<const graphs::Value*>& values_;
    const CallSite& site_;
    QueryContext& context_;
};

// One value from the arguments of a row.
using RowFunction = graphs::Value (*)(const Arguments&);
// All rows at once, from the only argument; nothing where the column is of a type that it does not know.
using ColumnFunction = std::optional<Column> (*)(const Column& argument, const QueryContext&);
// For functions that keep something between rows.
using MakeFunction = Compiled (*)(std::vector<Compiled> arguments, CallSite site);

enum class Nulls {
    GiveNull,  // a null argument gives null, and the function is not called
    Passed     // the function looks for itself
};

struct Function {
    FunctionSignature signature;
    RowFunction row = nullptr;
    Nulls nulls = Nulls::GiveNull;
    MakeFunction make = nullptr;      // instead of `row`
    ColumnFunction column = nullptr;  // tried before `row`; gives the same
    bool varies = false;              // gives another value at each call: rand()
};

// A set of functions. Those with neither `row` nor `make` are coalesce and exists, which the compiler makes
// itself, and the aggregates.
class Functions {
  public:
    explicit Functions(std::vector<Function> functions);

    // These and more, such as a program has of its own. REQUIRES: the names are new, and no function
    // aggregates or varies.
    Functions with(std::vector<Function> more) const;
    const Function* find(std::string_view name) const;               // without case; nullptr if there is none
    const std::vector<Function>& all() const { return functions_; }  // ascending by name
    std::vector<std::string> names() const;                          // ascending

    static const Functions& standard();  // openCypher's, and such as fit any graph: catalogue/table.cpp

  private:
    std::vector<Function> functions_;
    std::map<std::string, std::size_t, std::less<>> by_name_;  // in small letters
};

// A call of a function of a set, which outlives it. REQUIRES: the number of arguments fits the signature;
// `row` or `make` is set.
Compiled make_call(const Function& function, std::vector<Compiled> arguments, CallSite site);

}  // namespace hearsay::engine::builtins
