// + - * / of temporal values and durations.
#pragma once

#include "grammar/tree/tree.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::engine::expressions {

// A point of time plus or minus a duration, durations plus or minus durations, a duration times or by a
// number. Anything else is a TypeError, a result that does not fit an ArithmeticError. REQUIRES: no nulls
graphs::Value temporal_arithmetic(grammar::BinaryOperator op, const graphs::Value& a, const graphs::Value& b,
                                  grammar::Span span);

}  // namespace hearsay::engine::expressions
