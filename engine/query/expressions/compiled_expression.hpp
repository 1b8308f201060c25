// An expression made ready to run over batches: variables are columns, functions are looked up.
#pragma once

#include <functional>
#include <memory>

#include "engine/query/running/batch.hpp"
#include "engine/query/running/context.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::engine {

namespace builtins {
class Functions;
}

class CompiledExpression {
  public:
    virtual ~CompiledExpression() = default;
    // One value a row. Throws QueryError where openCypher has a run-time error (1/0, a wrong type).
    virtual Column evaluate(const Batch& in, QueryContext& context) const = 0;
};
using Compiled = std::unique_ptr<CompiledExpression>;

// Pattern predicates, pattern comprehensions and subqueries need a plan of their own: the planner gives
// these. Each gets the expression (its node is PatternPredicate, PatternComprehension or Subquery) and the
// layout around it.
using SubqueryCompiler = std::function<Compiled(const grammar::Expression&, const Layout&)>;

// REQUIRES: `expression` has been checked (names, scopes, arguments). Throws QueryError if a name is unknown
// all the same. The functions outlive what is compiled.
Compiled compile(const grammar::Expression& expression, const Layout& layout,
                 const builtins::Functions& functions, const SubqueryCompiler& subqueries);

}  // namespace hearsay::engine
