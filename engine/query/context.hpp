// What a running query can reach: the graph, the parameters, the limits, and a way to stop it.
#pragma once

#include <atomic>
#include <map>
#include <stdexcept>
#include <string>

#include "engine/query/effects.hpp"
#include "grammar/diagnostic.hpp"
#include "graphs/property_graph.hpp"

namespace hearsay::engine {

using Parameters = std::map<std::string, graphs::Value, std::less<>>;

// A query that cannot go on: thrown inside the engine only; `run_query` turns it into a Diagnostic.
class QueryError : public std::runtime_error {
  public:
    explicit QueryError(grammar::Diagnostic diagnostic)
        : std::runtime_error(diagnostic.message), diagnostic_(std::move(diagnostic)) {}
    const grammar::Diagnostic& diagnostic() const { return diagnostic_; }

  private:
    grammar::Diagnostic diagnostic_;
};

struct QueryContext {
    graphs::PropertyGraph& graph;
    const Parameters& parameters;
    std::string_view text;  // of the query
    const std::atomic<bool>* interrupt =
        nullptr;  // set from a signal handler (Ctrl-C): the query ends with an error
    grammar::Diagnostics* warnings = nullptr;
    Effects effects = {};  // what it has changed so far

    // Throws QueryError "interrupted" if the interrupt is set. Operators and long loops call it.
    void check() const;
};

}  // namespace hearsay::engine
