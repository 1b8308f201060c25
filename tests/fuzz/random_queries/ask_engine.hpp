// The engine's side: a statement sent, the rows and the graph read out as the oracle's values.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/query/statement/statement_cache.hpp"
#include "graphs/graph/property_graph.hpp"
#include "tests/fuzz/random_queries/model.hpp"

namespace hearsay::random_queries {

struct Answer {
    std::string refusal;  // what the error says; empty: it was answered
    std::string text;     // with its place and caret
    std::vector<std::string> columns;
    std::vector<List> rows;
};

// A statement that takes more than 20 s of the processor's time ends the process by SIGPROF.
Answer ask(graphs::PropertyGraph& graph, const std::string& text,
           const std::map<std::string, Value>& parameters = {}, engine::StatementCache* cache = nullptr,
           const std::string& rule_left_out = "");
Graph read_out(const graphs::PropertyGraph& graph);
// One of the rules that a plan may do without.
std::string rule_to_leave_out(std::size_t number);

}  // namespace hearsay::random_queries
