#include "graphs/csv/import/import_csv.hpp"

#include <algorithm>

#include "graphs/csv/import/staged_graph.hpp"
#include "graphs/interruptible.hpp"

namespace hearsay::graphs::csv {

namespace {

// Throws Interrupted; the graph is then changed in part.
Outcome import_all(PropertyGraph& graph, const Import& what) {
    Outcome outcome;
    StagedGraph staged = StagedGraph::read(what);
    const auto fatal = [](const auto& files) {
        return std::any_of(files.begin(), files.end(), [](const auto& each) { return each.file.bad.fatal; });
    };
    const bool whole = !fatal(staged.nodes) && !fatal(staged.edges);
    if (whole) staged.link(graph, what.interrupt);

    BadRows bad;
    const auto gather = [&bad](auto& files) {
        for (auto& each : files) {
            std::stable_sort(each.file.bad.first.begin(), each.file.bad.first.end(),
                             [](const BadRow& a, const BadRow& b) { return a.line < b.line; });
            bad.add(std::move(each.file.bad));
        }
    };
    gather(staged.nodes);
    gather(staged.edges);
    outcome.imported.bad_rows = bad.count;
    outcome.imported.bad = std::move(bad.first);
    if (!whole || (bad.count > 0 && !what.skip_bad)) return outcome;
    if (graph.vertex_capacity() + staged.vertex_count() >= VertexId::none().value - 1 ||
        graph.edge_capacity() + staged.edge_count() >= EdgeId::none().value) {
        outcome.imported.bad.push_back(
            {"", 0, "a graph holds no more than four billion nodes, and as many relationships"});
        return outcome;
    }
    outcome.imported.vertices = staged.vertex_count();
    outcome.imported.edges = staged.edge_count();
    staged.move_into(graph, what.interrupt);
    outcome.done = true;
    return outcome;
}

}  // namespace

Outcome import_csv(PropertyGraph& graph, const Import& what) {
    try {
        return import_all(graph, what);
    } catch (const Interrupted&) {
        graph.take_back();
        Outcome outcome;
        outcome.imported.bad.push_back({"", 0, "interrupted"});
        outcome.imported.bad_rows = 1;
        return outcome;
    }
}

}  // namespace hearsay::graphs::csv
