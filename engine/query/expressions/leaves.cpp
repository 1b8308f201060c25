#include "engine/query/expressions/leaves.hpp"

#include "engine/query/expressions/error.hpp"

namespace hearsay::engine::expressions {

Column ParameterReference::evaluate(const Batch& in, QueryContext& context) const {
    const auto found = context.parameters.find(name_);
    if (found == context.parameters.end()) {
        std::vector<std::string> known;
        for (const auto& [name, value] : context.parameters) known.push_back("$" + name);
        fail(span_, "the parameter `$" + name_ + "` was not given", "ParameterMissing", "MissingParameter",
             grammar::did_you_mean("$" + name_, known));
    }
    return Column::repeat(found->second, in.rows);
}

}  // namespace hearsay::engine::expressions
