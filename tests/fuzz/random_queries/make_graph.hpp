// Random small graphs, and the names that they and the queries to them are made of.
#pragma once

#include "tests/fuzz/random_queries/dice.hpp"
#include "tests/fuzz/random_queries/model.hpp"

namespace hearsay::random_queries {

inline const std::vector<std::string> all_labels{"A", "B", "C"}, all_types{"R", "S", "T"};
// What a property holds, if it is there: i an integer, f a float, s a text, b a truth value, l a list of
// integers, m any of them.
inline const std::vector<std::string> all_keys{"i", "f", "s", "b", "l", "m"};

Value make_value(Dice& dice, const std::string& key);
Graph make_graph(Dice& dice);

}  // namespace hearsay::random_queries
