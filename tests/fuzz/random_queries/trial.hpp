// One statement over one graph, asked in one form, and what comes of it.
#pragma once

#include <string>
#include <vector>

#include "tests/fuzz/random_queries/compare.hpp"

namespace hearsay::random_queries {

struct Trial {
    Graph graph;
    std::vector<Query> before;  // statements that ran already, when the graph alone does not show the fault
    Query query;                // asked
    Query meant;                // the query whose answer it must give: the same in other words
    bool indexed = false;       // the graph has indexes
    bool cached = false;        // asked for the third time
    std::string rule_left_out = {};

    std::string text() const;  // all of it, as a script
};

enum class Verdict { Right, Wrong, Refused, Aborted, Hangs, Invalid };
struct Finding {
    Verdict verdict = Verdict::Right;
    std::string expected = {}, got = {};
};

// An engine's graph with the content of the model, written by CREATE, and indexes if they are wanted.
graphs::PropertyGraph engine_graph(const Graph& graph, bool indexed);

// Judges an answer. REQUIRES: `expected` is what `meant` gives on `before`.
Finding judge(const Graph& before, const Query& meant, const Expected& expected, const Answer& answer,
              const Graph& after);

// From the beginning, in this process or in one of its own, so that it may end as it likes.
Finding run(const Trial& trial);
Finding run_apart(const Trial& trial);

// A smaller trial that comes to the same verdict.
Trial shrunken(Trial trial, const Finding& finding);

}  // namespace hearsay::random_queries
