// A question in, rows out.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "engine/query/running/context.hpp"
#include "engine/query/running/effects.hpp"
#include "engine/query/running/limits.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/tree/tree.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::engine {

struct Language;
class StatementCache;

struct QueryResult {
    std::vector<std::string> columns;
    std::vector<graphs::List> rows;  // each as long as columns
    Effects effects;                 // what it changed
    grammar::Diagnostics warnings;   // unknown labels, types, properties, with the nearest known name
    bool is_plan = false;            // EXPLAIN or PROFILE: one column "plan", a row a line
    // The question in plain words that the rows answer, if it was one: a program may show more than the rows.
    std::optional<grammar::ShortForm> asked = {};
};

struct QueryOptions {
    Parameters parameters;
    const std::atomic<bool>* interrupt =
        nullptr;                         // set (from a signal handler), the statement ends with an error
    const Language* language = nullptr;  // what the program adds to openCypher; nullptr: nothing
    Limits limits;
    StatementCache* cache = nullptr;  // of the program that asks: a text that comes again is answered sooner
    std::set<std::string, std::less<>> rules_left_out = {};  // of rules/, for tests
};

// Parses, rewrites short forms of the language, checks, plans and runs one statement. Spans of the
// diagnostics are offsets into `text`; their phase says whether the statement had begun to run.
//
// All or nothing: on success what the statement changed stands in the graph, not yet accepted
// (`Store::commit` writes it); on an error every change since the last `accept` has been taken back.
tl::expected<QueryResult, grammar::Diagnostics> run_query(graphs::PropertyGraph& graph, std::string_view text,
                                                          const QueryOptions& options = {});

}  // namespace hearsay::engine
