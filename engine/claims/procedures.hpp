// What the graph of claims adds to CALL.
#pragma once

#include "engine/query/procedures/procedures.hpp"

namespace hearsay::engine::claims {

Procedure trace_procedure();  // hearsay.trace: see trace.hpp

}  // namespace hearsay::engine::claims
