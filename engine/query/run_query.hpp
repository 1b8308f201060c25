// A question in, rows out.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "engine/query/context.hpp"
#include "grammar/diagnostic.hpp"
#include "graphs/property_graph.hpp"

namespace hearsay::engine {

class Procedures;

struct QueryResult {
    std::vector<std::string> columns;
    std::vector<graphs::List> rows;  // each as long as columns
    grammar::Diagnostics warnings;   // unknown labels, types, properties, with the nearest known name
    bool is_plan = false;            // EXPLAIN or PROFILE: one column "plan", a row a line
    bool is_trace = false;           // TRACE: a program may show the sentence itself (engine/query/trace.hpp)
};

// Parses, rewrites short forms, checks, plans and runs one statement. Spans of the diagnostics are offsets
// into `text`.
tl::expected<QueryResult, grammar::Diagnostics> run_query(
    graphs::PropertyGraph& graph, std::string_view text, const Parameters& parameters = {},
    const std::atomic<bool>* interrupt = nullptr,
    const Procedures* procedures = nullptr);  // nullptr: the standard ones

}  // namespace hearsay::engine
