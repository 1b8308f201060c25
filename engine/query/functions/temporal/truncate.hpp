// The begin of the unit of time that holds a temporal value.
#pragma once

#include "engine/query/functions/function.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::engine::temporal {

// date.truncate(unit, value, fields) and its like: `value` (now, if there is none) as a value of `kind`, at
// the begin of its millennium, century, decade, year, weekYear, quarter, month, week, day, hour, minute,
// second, millisecond or microsecond, with the fields set after that. A `timezone` leaves the clock as it is.
graphs::Value truncate(graphs::Kind kind, const builtins::Arguments& arguments);

}  // namespace hearsay::engine::temporal
