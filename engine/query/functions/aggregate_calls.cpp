#include "engine/query/functions/aggregate_calls.hpp"

#include "engine/query/functions/function.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

bool is_aggregate(std::string_view function_name) {
    const builtins::Function* function = builtins::Functions::standard().find(function_name);
    return function != nullptr && function->signature.aggregate;
}

bool is_aggregate_call(const Expression& expression) {
    if (std::holds_alternative<CountStar>(expression.node)) return true;
    const auto* call = std::get_if<FunctionCall>(&expression.node);
    return call != nullptr && is_aggregate(call->name.text);
}

bool has_aggregate(const Expression& expression) {
    if (is_aggregate_call(expression)) return true;
    bool found = false;
    for_each_child(expression, [&found](const Expression& child) { found = found || has_aggregate(child); });
    return found;
}

}  // namespace hearsay::engine
