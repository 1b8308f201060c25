// For the tests of temporal functions: expressions and what they give.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "../../evaluate_text.hpp"

namespace hearsay::engine::test {

inline void check_values(const std::vector<std::pair<std::string, std::string>>& table) {
    for (const auto& [expression, value] : table) {
        INFO(expression);
        CHECK(evaluate(expression) == value);
    }
}
// Each points at `place` as an argument that cannot be used.
inline void check_refused(const std::vector<std::pair<std::string, std::string>>& table) {
    for (const auto& [expression, place] : table) {
        INFO(expression);
        CHECK(evaluate(expression) == "ArgumentError/InvalidArgumentValue: " + place);
    }
}

}  // namespace hearsay::engine::test
