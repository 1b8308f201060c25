// A procedure that answers from a table: what the scenarios of the kit call.
#pragma once

#include "engine/query/procedures/procedures.hpp"
#include "tests/tck/scenario.hpp"

namespace hearsay::tck {

// Gives the results of the rows whose arguments are those of the call: numbers by their size (42 is 42.0),
// null as null. Throws std::runtime_error if the signature or a cell is not in the kit's notation.
engine::Procedure procedure_of(const KitProcedure& kit);

}  // namespace hearsay::tck
