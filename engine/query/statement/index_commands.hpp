// CREATE INDEX, DROP INDEX, SHOW INDEXES.
#pragma once

#include "engine/query/plan/plan.hpp"
#include "engine/query/statement/run_query.hpp"

namespace hearsay::engine {

// Names of labels and properties that are unknown are warned of, as an index may come before what it is of.
// Throws QueryError: there is such an index already, there is none of that name, a limit is passed.
void run_index_command(const grammar::IndexCommand& command, QueryContext& context,
                       const PlanContext& planning, QueryResult& result);

}  // namespace hearsay::engine
