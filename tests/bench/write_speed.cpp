// How long statements take that change a million elements: `write_speed [STATEMENT...]` runs them one after
// the other on one graph.
#include <cstdio>
#include <ctime>

#include "engine/query/statement/run_query.hpp"

using namespace hearsay;

namespace {

double seconds() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

const std::vector<std::string> standard{
    "UNWIND range(1, 1000000) AS i CREATE (:Leaf {number: i, name: 'leaf ' + i})",
    "MATCH (l:Leaf) SET l.double = l.number * 2",
    "MATCH (l:Leaf) SET l.double = l.double + 1, l:Seen",
    "UNWIND range(1, 1000000) AS i MERGE (l:Leaf {number: i * 2}) ON CREATE SET l.late = true",
    "CREATE (:Tree) WITH 1 AS one MATCH (t:Tree), (l:Leaf) CREATE (l)-[:ON]->(t)",
    "MATCH (t:Tree), (l:Leaf) WHERE l.number <= 300000 MERGE (l)-[:ON]->(t)",
    "FOREACH (i IN range(1, 300000) | MERGE (p:Part {number: i % 1000}) SET p.seen = i)",
    "MATCH (l:Leaf) WHERE l.number % 2 = 0 DETACH DELETE l",
    "MATCH (t:Tree) DETACH DELETE t",
    "MATCH (n) DETACH DELETE n",
};

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> given(words + 1, words + count);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    graphs::PropertyGraph graph;
    for (const auto& text : given.empty() ? standard : given) {
        const double begin = seconds();
        const auto result = engine::run_query(graph, text);
        const double ran = seconds();
        if (!result) {
            std::fputs(render(result.error()[0], text, "statement").c_str(), stderr);
            return 1;
        }
        graph.accept();
        std::printf("%7.3f s  %7.3f s to accept  %s\n", ran - begin, seconds() - ran, text.c_str());
    }
}
