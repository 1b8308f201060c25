// Checks of an expression: names, functions, types as far as they are known, aggregation.
#pragma once

#include "engine/query/check/scope.hpp"

namespace hearsay::engine {

// What the place of an expression allows.
struct Place {
    bool truth = false;       // a truth value is asked for: WHERE, NOT ..., so a pattern may stand here
    bool aggregates = false;  // an item of WITH or RETURN
    std::string_view no_aggregates_in = {};  // for the message: "WHERE"
    bool in_aggregate = false;
};

// The expression's type as far as it is known; what is wrong is added to the state.
StaticType check_expression(const grammar::Expression& expression, const Scope& scope, Place place,
                            CheckState& state);

// A condition: WHERE and its like. Must be a truth value, if that can be told.
void check_condition(const grammar::Expression& expression, const Scope& scope, std::string_view clause,
                     CheckState& state);

}  // namespace hearsay::engine
