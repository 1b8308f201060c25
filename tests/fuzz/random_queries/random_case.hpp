// A case: a random graph, and random statements that change it and read it, one after the other.
#pragma once

#include <cstdint>
#include <functional>

#include "tests/fuzz/random_queries/trial.hpp"

namespace hearsay::random_queries {

struct Counts {
    std::uint64_t statements = 0;  // made
    std::uint64_t asked = 0;       // runs of the engine: a statement is asked in several forms
    std::uint64_t compared = 0;    // statements for which the oracle knew the answer
    std::uint64_t failing = 0;     // of these: that had to fail
    std::uint64_t with_rows = 0;   // of these: that gave rows
};

// Runs the case of this seed. `about_to_ask` hears of every trial before the engine does, so that it is known
// if the process ends. Ends with the first finding; Verdict::Right if there is none.
Finding run_case(std::uint64_t seed, Counts& counts, const std::function<void(const Trial&)>& about_to_ask,
                 Trial& found);

}  // namespace hearsay::random_queries
