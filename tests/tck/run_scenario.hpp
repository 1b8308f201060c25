// One scenario, from its setup to its control queries.
#pragma once

#include <optional>
#include <string>

#include "tests/tck/scenario.hpp"

namespace hearsay::tck {

struct Failure {
    std::string wanted;
    std::string came;
};

// What went otherwise than the scenario says, the first such thing; nothing if it passes. Beyond the kit's
// own rules, a query that fails must leave the graph as it was.
std::optional<Failure> run_scenario(const Scenario& scenario);

}  // namespace hearsay::tck
