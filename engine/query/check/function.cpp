#include "engine/query/check/function.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/query/functions/function.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// "STRING | LIST" -> its alternatives.
std::vector<StaticType> alternatives(std::string_view text) {
    std::vector<StaticType> types;
    while (true) {
        const std::size_t bar = text.find(" | ");
        types.push_back(type_called(text.substr(0, bar)));
        if (bar == std::string_view::npos) return types;
        text.remove_prefix(bar + 3);
    }
}

// The text between argument number `index`'s `::` and its end, in "f(a :: T, b :: U) :: V"; the last repeats.
std::string_view argument_types(std::string_view signature, std::size_t index) {
    std::size_t from = signature.find('(') + 1;
    const std::size_t close = signature.find(") ::");
    for (std::size_t i = 0; i < index; ++i) {
        const std::size_t comma = signature.find(", ", from);
        if (comma == std::string_view::npos || comma > close) break;
        from = comma + 2;
    }
    std::string_view argument = signature.substr(from, std::min(signature.find(", ", from), close) - from);
    const std::size_t type = argument.find(" :: ");
    return type == std::string_view::npos ? std::string_view() : argument.substr(type + 4);
}

bool of_graph(StaticType type) {
    return type.kind == StaticType::Node || type.kind == StaticType::Relationship ||
           type.kind == StaticType::Path;
}
bool has_properties(StaticType type) {
    return of_graph(type) || type.kind == StaticType::Map;
}

// Whoever writes `tail(1)` will see the same error with any data. openCypher has range(true, 1) fail only
// when it runs, so this holds for the functions of one thing.
bool is_literal(const Expression& expression) {
    return std::visit(
        []<class T>(const T&) {
            return std::is_same_v<T, BooleanLiteral> || std::is_same_v<T, IntegerLiteral> ||
                   std::is_same_v<T, FloatLiteral> || std::is_same_v<T, StringLiteral> ||
                   std::is_same_v<T, ListLiteral> || std::is_same_v<T, MapLiteral>;
        },
        expression.node);
}

// What functions of SQL and of other Cyphers are called here.
struct Elsewhere {
    std::string_view name;  // in small letters
    const char* ours;       // code that works
};
const Elsewhere elsewhere[] = {
    {"cardinality", "size([1, 2])"},
    {"char_length", "size('text')"},
    {"character_length", "size('text')"},
    {"concat", "'a' + 'b'"},
    {"contains", "'text' CONTAINS 'x'"},
    {"current_date", "date()"},
    {"current_timestamp", "datetime()"},
    {"endswith", "'text' ENDS WITH 't'"},
    {"getdate", "date()"},
    {"group_concat", "collect('text')"},
    {"ifnull", "coalesce(null, 1)"},
    {"isnull", "coalesce(null, 1)"},
    {"lcase", "toLower('Text')"},
    {"len", "size('text')"},
    {"list_agg", "collect(1)"},
    {"listagg", "collect(1)"},
    {"ln", "log(1)"},
    {"lower", "toLower('Text')"},
    {"mod", "5 % 3"},
    {"now", "datetime()"},
    {"nvl", "coalesce(null, 1)"},
    {"pow", "2 ^ 3"},
    {"power", "2 ^ 3"},
    {"random", "rand()"},
    {"regexp_like", "'text' =~ 't.*'"},
    {"startswith", "'text' STARTS WITH 't'"},
    {"string_agg", "collect('text')"},
    {"strlen", "size('text')"},
    {"substr", "substring('text', 0, 2)"},
    {"timestamp", "datetime().epochMillis"},
    {"ucase", "toUpper('Text')"},
    {"upper", "toUpper('Text')"},
};

std::string advice(std::string_view name, const std::vector<std::string>& names) {
    std::string small(name);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    for (const Elsewhere& each : elsewhere)
        if (each.name == small) return fmt::format("write it as in `{}`", each.ours);
    return did_you_mean(name, names);
}

std::string quantity(std::size_t count) {
    return fmt::format("{} argument{}", count, count == 1 ? "" : "s");
}

std::string arguments_wanted(const FunctionSignature& function) {
    if (function.most == std::string::npos) return "at least " + quantity(function.least);
    if (function.least == function.most) return quantity(function.least);
    return fmt::format("{} to {}", function.least, quantity(function.most));
}

}  // namespace

StaticType check_function(const FunctionCall& call, const std::vector<StaticType>& arguments,
                          CheckState& state) {
    const builtins::Function* known = state.context.functions.find(call.name.text);
    if (known == nullptr) {
        state.error(call.name.span, fmt::format("unknown function `{}`", call.name.text), "UnknownFunction",
                    advice(call.name.text, state.context.functions.names()));
        return {};
    }
    const FunctionSignature* function = &known->signature;
    if (arguments.size() < function->least || arguments.size() > function->most) {
        state.error(call.name.span,
                    fmt::format("`{}` takes {}, but got {}", function->name, arguments_wanted(*function),
                                arguments.size()),
                    "InvalidNumberOfArguments", function->signature);
    }
    for (std::size_t i = 0; i < arguments.size() && i < call.arguments.size(); ++i) {
        const auto wanted = alternatives(argument_types(function->signature, i));
        const bool ok = std::any_of(wanted.begin(), wanted.end(),
                                    [&](StaticType type) { return fits(arguments[i], type); });
        // Other mismatches depend on the data and are found when the query runs.
        const bool certain = of_graph(arguments[i]) ||
                             (function->most == 1 && is_literal(call.arguments[i])) ||
                             std::all_of(wanted.begin(), wanted.end(), has_properties);
        if (!ok && certain) {
            state.error(call.arguments[i].span,
                        fmt::format("`{}` does not take {}", function->name, type_text(arguments[i])),
                        "InvalidArgumentType", function->signature);
        }
    }
    const std::size_t result = function->signature.rfind(") :: ");
    const auto types = alternatives(std::string_view(function->signature).substr(result + 5));
    return types.size() == 1 ? types[0] : StaticType();
}

}  // namespace hearsay::engine
