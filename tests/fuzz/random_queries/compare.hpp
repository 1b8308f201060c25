// Whether an answer of the engine is one that the oracle holds right.
#pragma once

#include <optional>
#include <string>

#include "tests/fuzz/random_queries/ask_engine.hpp"
#include "tests/fuzz/random_queries/oracle.hpp"

namespace hearsay::random_queries {

struct Expected {
    bool fails = false;
    std::string why = {};  // it fails
    Table table = {};
    Graph graph = {};  // afterwards
    // A LIMIT without ORDER BY: any so many of the rows.
    std::optional<std::size_t> any = {};
};

std::map<std::string, Value> parameters_of(const Query& query);

// What the statement gives, with rows taken in the order of this number (0: as they come); none where the
// oracle cannot tell; why it cannot goes to `too_much`. Throws std::out_of_range if the tree is not well
// formed (a shrunken one).
std::optional<Expected> expect(const Graph& graph, const Query& query, std::uint64_t order = 0,
                               bool* too_much = nullptr);

// As text: the rows, or the reason why there are none, and the graph if it was changed.
std::string show(const Query& query, const Expected& expected);
std::string show(const Query& query, const Answer& answer, const Graph& graph);

bool agrees(const Query& query, const Expected& expected, const Answer& answer, const Graph& graph);
// The same for any order of rows: the number of one that leads to this answer.
std::optional<std::uint64_t> order_of(const Graph& before, const Query& query, const Answer& answer,
                                      const Graph& after);

}  // namespace hearsay::random_queries
