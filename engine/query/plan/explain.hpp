// A plan as a person reads it: an indented tree, the last step first.
#pragma once

#include <string>
#include <vector>

#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

// One step, without its inputs: "Expand (a)-[:CLAIMS]->(s)".
std::string describe(const Step& step);

// A line a step, its inputs indented below it, in columns: the step, the estimated rows, and for PROFILE the
// rows that there were and the milliseconds that it took, without its inputs.
std::vector<std::string> explain(const Plan& plan, bool profile);

}  // namespace hearsay::engine
