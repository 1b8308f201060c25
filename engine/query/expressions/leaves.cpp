#include "engine/query/expressions/leaves.hpp"

#include "engine/query/expressions/error.hpp"

namespace hearsay::engine::expressions {

Column ParameterReference::evaluate(const Batch& in, QueryContext& context) const {
    const auto found = context.parameters.find(name_);
    if (found == context.parameters.end()) {
        std::vector<std::string> known;
        for (const auto& [name, value] : context.parameters) known.push_back("$" + name);
        const std::string near = grammar::nearest("$" + name_, known);
        fail(span_, "the parameter `$" + name_ + "` was not given", "ParameterMissing", "MissingParameter",
             near.empty() ? std::string() : "did you mean `" + near + "`?");
    }
    return Column::repeat(found->second, in.rows);
}

}  // namespace hearsay::engine::expressions
