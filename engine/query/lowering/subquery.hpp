// Pattern predicates, pattern comprehensions, EXISTS, COUNT and COLLECT: expressions with a plan of their
// own.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

// REQUIRES: the expression is one of these. `around` are the variables that it can see. Its plan joins
// the subqueries of `owner`.
Compiled compile_subquery(const grammar::Expression& expression, const Layout& around, Plan& owner,
                          QueryContext& context, const PlanContext& planning);

}  // namespace hearsay::engine
