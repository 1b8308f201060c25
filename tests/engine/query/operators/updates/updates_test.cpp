// What a script cannot show of the clauses that change the graph: what stands in the graph after each way
// out.
#include <catch2/catch.hpp>

#include "engine/query/statement/run_query.hpp"

using namespace hearsay;
using engine::run_query;

namespace {

graphs::PropertyGraph two_people() {
    graphs::PropertyGraph graph;
    const auto person = graph.label("Person");
    const auto name = graph.key("name");
    const auto ada = graph.add_vertex(std::span(&person, 1), {{name, graphs::Value("Ada")}});
    const auto bo = graph.add_vertex(std::span(&person, 1), {{name, graphs::Value("Bo")}});
    graph.add_edge(ada, graph.type("KNOWS"), bo);
    graph.accept();
    return graph;
}

// Everything in the graph, as text.
std::string all_of(graphs::PropertyGraph& graph) {
    std::string text;
    for (std::uint32_t v = 0; v < graph.vertex_capacity(); ++v) {
        const graphs::VertexId vertex{v};
        if (!graph.alive(vertex)) continue;
        text += "(" + std::to_string(v);
        for (const auto label : graph.labels(vertex)) text += ":" + std::string(graph.name(label));
        for (const auto& [key, value] : graph.properties(vertex)) {
            text += " " + std::string(graph.name(key)) + "=" +
                    (value.kind() == graphs::Kind::String ? std::string(value.string())
                                                          : std::to_string(value.integer()));
        }
        text += ")";
    }
    for (std::uint32_t e = 0; e < graph.edge_capacity(); ++e) {
        const graphs::EdgeId edge{e};
        if (!graph.alive(edge)) continue;
        text += "[" + std::to_string(graph.source(edge).value) + " " +
                std::string(graph.name(graph.type(edge))) + " " + std::to_string(graph.target(edge).value) +
                "]";
    }
    return text;
}

}  // namespace

TEST_CASE("what a statement changed stands, and waits to be accepted") {
    auto graph = two_people();
    const std::string before = all_of(graph);
    const auto result = run_query(graph,
                                  "MATCH (a {name: 'Ada'}) CREATE (a)-[:KNOWS]->(:Person {name: 'Cy'}) "
                                  "SET a.born = 1950");
    REQUIRE(result);
    CHECK(result->columns.empty());
    CHECK(result->rows.empty());
    CHECK(result->effects.nodes_created == 1);
    CHECK(result->effects.relationships_created == 1);
    CHECK(result->effects.labels_added == 1);
    CHECK(result->effects.properties_set == 2);
    CHECK(all_of(graph) ==
          "(0:Person name=Ada born=1950)(1:Person name=Bo)(2:Person name=Cy)[0 KNOWS 1][0 KNOWS 2]");
    CHECK(graph.changes().vertices.size() == 2);
    CHECK(graph.changes().edges.size() == 1);
    graph.take_back();
    CHECK(all_of(graph) == before);
}

TEST_CASE("a statement that fails changes nothing, however much it has done") {
    const char* failing[] = {
        "MATCH (a) CREATE (a)-[:KNOWS]->(:Person) SET a.name = 'x', a:Old WITH a DETACH DELETE a RETURN "
        "a.name",
        "MATCH (a) SET a.name = 1 WITH count(*) AS c RETURN 1 / (c - 2)",
        "UNWIND [1, 2, 0] AS i MERGE (n:Number {value: 6 / i})",
        "MATCH (a)-[k]->(b) DELETE a, b",
        "UNWIND range(1, 5000) AS i CREATE (n:Many {value: i}) SET n.rest = 1 / (i - 5000)",
        "FOREACH (i IN [1, 2] | CREATE (n:Many) SET n.map = CASE i WHEN 2 THEN {a: 1} END)",
        "MATCH (a) DETACH DELETE a CREATE (b:Person) SET b = a",
        "CREATE (a:Person) RETURN nobody",
    };
    for (const char* text : failing) {
        INFO(text);
        auto graph = two_people();
        const std::string before = all_of(graph);
        const auto result = run_query(graph, text);
        CHECK_FALSE(result);
        CHECK(all_of(graph) == before);
        CHECK(graph.changes().empty());
    }
}

TEST_CASE("an interrupted statement changes nothing") {
    auto graph = two_people();
    const std::string before = all_of(graph);
    const std::atomic<bool> interrupt = true;
    CHECK_FALSE(run_query(graph, "MATCH (a) SET a.name = 'x'", {{}, &interrupt, nullptr, {}}));
    CHECK(all_of(graph) == before);
}

TEST_CASE("EXPLAIN changes nothing; PROFILE does what the statement says") {
    auto graph = two_people();
    const std::string before = all_of(graph);
    const auto plan = run_query(graph, "EXPLAIN MATCH (a) SET a:Old CREATE (:New) DETACH DELETE a");
    REQUIRE(plan);
    CHECK_FALSE(plan->effects.any());
    CHECK(all_of(graph) == before);
    const auto profile = run_query(graph, "PROFILE UNWIND [1, 2, 3] AS i CREATE (:New)");
    REQUIRE(profile);
    CHECK(profile->effects.nodes_created == 3);
    CHECK(graph.vertex_count() == 5);
    CHECK(profile->rows[1][0].string().find(", 3 rows, ") != std::string::npos);
}

TEST_CASE("deleted elements can be given back as rows") {
    auto graph = two_people();
    const auto result =
        run_query(graph, "MATCH p = (a)-[k]->(b) DELETE k, a, b RETURN a, k, p, id(a), [b] AS list");
    REQUIRE(result);
    REQUIRE(result->rows.size() == 1);
    CHECK(result->rows[0][0].vertex() == graphs::VertexId{0});
    CHECK_FALSE(graph.alive(result->rows[0][0].vertex()));
    CHECK_FALSE(graph.alive(result->rows[0][1].edge()));
    CHECK(graph.vertex_count() == 0);
    CHECK(result->effects.nodes_deleted == 2);
    CHECK(result->effects.relationships_deleted == 1);
}

TEST_CASE("effects are counted as they happen, not as they end") {
    auto graph = two_people();
    const auto result = run_query(
        graph,
        "MATCH (a {name: 'Ada'}) SET a.x = 1, a.x = 1, a.y = null, a:Person:Old REMOVE a.z, a:Old:Gone");
    REQUIRE(result);
    CHECK(result->effects.properties_set == 2);
    CHECK(result->effects.labels_added == 1);
    CHECK(result->effects.labels_removed == 1);
}
