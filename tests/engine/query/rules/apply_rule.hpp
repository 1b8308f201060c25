// A rule applied to the plan of a query.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::engine::test {

using Lines = std::vector<std::string>;

// The steps of a plan, without estimates.
struct BeforeAndAfter {
    Lines before, after;
    bool changed = false;
};

// 2 outlets, 4 articles, 8 people; outlets publish articles, articles name people.
graphs::PropertyGraph press();

// Of a query over `press()`, with 3 as $id. The rules that come earlier in the list have been applied to
// both.
BeforeAndAfter apply(std::string_view rule, std::string_view text);

}  // namespace hearsay::engine::test
