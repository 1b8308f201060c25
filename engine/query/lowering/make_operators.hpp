// From a plan to operators that run it.
#pragma once

#include "engine/query/operators/argument.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

// The plan, the procedures and `rows` (what the Argument at the leaf gives) must outlive the operators.
// Throws QueryError.
OperatorBox make_operators(Plan& plan, QueryContext& context, const PlanContext& planning,
                           const ArgumentRows& rows);

}  // namespace hearsay::engine
