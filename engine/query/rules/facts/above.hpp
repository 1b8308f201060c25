// What the steps above a step make of its rows.
#pragma once

#include <string>
#include <unordered_set>

#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

// Does it matter how often a row comes?
enum class Copies {
    Matter,   // every row counts
    Weighed,  // rows are only counted: one row with its number in a column is as good (Aggregation::weights)
    Ignored   // one is as good as many
};

struct Above {
    // The columns that are read; `all`: every one.
    bool all = true;
    std::unordered_set<std::string> read = {};
    Copies copies = Copies::Matter;

    bool reads(const std::string& column) const { return all || read.contains(column); }
};

// What `plan` and the steps above it make of the rows of its input `input`, where `above` says what those
// above it make of its own. A column name that is read twice on the way down may be read by another step than
// the one that it was bound for: what is said to be read is read, or might be.
Above below(const Plan& plan, std::size_t input, Above above);

// May it give another value each time it is evaluated, as rand() does?
bool varies(const grammar::Expression& expression);

// Does each row come out with the input's columns, any number of times, whatever other rows there are, and
// without a change of the graph? Then weights may pass.
bool takes_row_by_row(const Step& step);

// Is it count(*)?
bool counts_rows(const Aggregation& aggregation);

}  // namespace hearsay::engine
