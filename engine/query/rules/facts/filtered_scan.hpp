// What the rules have in common that replace a listing of vertices below a filter.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

using Predicates = std::vector<grammar::Expression>;

struct Replacement {
    Step step;
    std::vector<std::size_t> covered;  // predicates that the step sees to, ascending
};

// Asks `choose`, for each filter, what its input, with its predicates, is better replaced by; puts that there
// and takes the predicates away that it sees to. Was anything replaced?
bool replace_below_filters(
    Plan& plan,
    const std::function<std::optional<Replacement>(const Plan& input, const Predicates& predicates)>& choose);

// Are all variables that it reads columns?
bool reads_only(const grammar::Expression& expression, const Layout& columns);

// Which predicate leaves the fewest rows; none where `rows_of` says nothing of any.
std::optional<std::size_t> fewest_rows(
    const Predicates& predicates,
    const std::function<std::optional<double>(const grammar::Expression& predicate)>& rows_of);

}  // namespace hearsay::engine
