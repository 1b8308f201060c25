// Whole queries, from text to rows. Most behaviour is tested by tests/scripts; here is what a script cannot
// show.
#include <catch2/catch.hpp>

#include "engine/query/statement/run_query.hpp"

using namespace hearsay;
using engine::run_query;

namespace {

// Ada knows Bo, Bo knows Cy, Cy knows Ada.
graphs::PropertyGraph triangle() {
    graphs::PropertyGraph graph;
    const auto person = graph.label("Person");
    const auto name = graph.key("name");
    const auto knows = graph.type("KNOWS");
    std::vector<graphs::VertexId> people;
    for (const char* each : {"Ada", "Bo", "Cy"}) {
        people.push_back(graph.add_vertex(std::span(&person, 1), {{name, graphs::Value(each)}}));
    }
    for (std::size_t i = 0; i < 3; ++i) graph.add_edge(people[i], knows, people[(i + 1) % 3]);
    graph.accept();
    return graph;
}

}  // namespace

TEST_CASE("a query gives its columns and rows") {
    auto graph = triangle();
    const auto result =
        run_query(graph, "MATCH (a)-[:KNOWS]->(b) WHERE a.name = 'Bo' RETURN a.name, b.name AS friend");
    REQUIRE(result);
    CHECK(result->columns == std::vector<std::string>{"a.name", "friend"});
    REQUIRE(result->rows.size() == 1);
    CHECK(result->rows[0][0].string() == "Bo");
    CHECK(result->rows[0][1].string() == "Cy");
    CHECK(result->warnings.empty());
    CHECK_FALSE(result->is_plan);
}

TEST_CASE("the column of an unnamed item is its text, letter for letter") {
    auto graph = triangle();
    const auto result = run_query(graph, "MATCH (a) RETURN  cOuNt( * ),1+1");
    REQUIRE(result);
    CHECK(result->columns == std::vector<std::string>{"cOuNt( * )", "1+1"});
}

TEST_CASE("no name that can be written is one of the planner's own") {
    auto graph = triangle();
    for (const std::string name : {"\x01", "_0", "\x7f"}) {
        const auto result =
            run_query(graph, "MATCH (`" + name + "` {name: 'Ada'})-->()-->() WITH * WHERE true RETURN *");
        REQUIRE(result);
        CHECK(result->columns == std::vector<std::string>{name});
        CHECK(result->rows.size() == 1);
    }
}

TEST_CASE("an unknown label is a warning with the nearest name") {
    auto graph = triangle();
    const auto result = run_query(graph, "MATCH (a:Persn) RETURN a");
    REQUIRE(result);
    CHECK(result->rows.empty());
    REQUIRE(result->warnings.size() == 1);
    CHECK(result->warnings[0].severity == grammar::Severity::Warning);
    CHECK(result->warnings[0].span.begin == 9);
    CHECK(result->warnings[0].suggestion == "did you mean `Person`?");
}

TEST_CASE("every error is reported, in order, with its place") {
    auto graph = triangle();
    const auto result = run_query(graph, "MATCH (a) WHERE b.name = 'x' RETURN coutn(a), $p");
    REQUIRE_FALSE(result);
    REQUIRE(result.error().size() == 3);
    CHECK(result.error()[0].detail == "UndefinedVariable");
    CHECK(result.error()[0].span.begin == 16);
    CHECK(result.error()[1].detail == "UnknownFunction");
    CHECK(result.error()[1].suggestion == "did you mean `count`?");
    CHECK(result.error()[2].detail == "MissingParameter");
}

TEST_CASE("an interrupt ends the query with an error") {
    auto graph = triangle();
    const std::atomic<bool> interrupt = true;
    const auto result =
        run_query(graph, "MATCH (a), (b), (c) RETURN count(*)", {{}, &interrupt, nullptr, {}});
    REQUIRE_FALSE(result);
    CHECK(result.error()[0].message == "interrupted");
}

TEST_CASE("an error while the query runs points at its place") {
    auto graph = triangle();
    const std::string text = "RETURN 1 / 0";
    const auto result = run_query(graph, text);
    REQUIRE_FALSE(result);
    CHECK(result.error()[0].span.begin == 7);
    CHECK(result.error()[0].span.end == text.size());
}

TEST_CASE("EXPLAIN shows the plan and runs nothing; PROFILE counts") {
    auto graph = triangle();
    const auto plan = run_query(graph, "EXPLAIN MATCH (a:Person {name: 'Bo'}) RETURN a.name");
    REQUIRE(plan);
    CHECK(plan->is_plan);
    CHECK(plan->columns == std::vector<std::string>{"plan"});
    REQUIRE(plan->rows.size() == 2);
    CHECK(plan->rows[1][0].string().find("IndexLookup (a:Person {name: 'Bo'})") != std::string::npos);
    const auto profile = run_query(graph, "PROFILE MATCH (a:Person) RETURN a.name");
    REQUIRE(profile);
    CHECK(profile->rows[0][0].string().find(" 3 rows, ") != std::string::npos);
}

TEST_CASE("more rows than a batch holds") {
    auto graph = triangle();
    const auto result =
        run_query(graph, "UNWIND range(1, 5000) AS i MATCH (a:Person) RETURN count(*) AS c, sum(i) AS s");
    REQUIRE(result);
    CHECK(result->rows[0][0].integer() == 15000);
    CHECK(result->rows[0][1].integer() == 3 * 5000LL * 5001 / 2);
    const auto optional = run_query(graph,
                                    "UNWIND range(1, 5000) AS i OPTIONAL MATCH (a {name: CASE i % 2 WHEN 0 "
                                    "THEN 'Bo' END}) RETURN count(*), count(a)");
    REQUIRE(optional);
    CHECK(optional->rows[0][0].integer() == 5000);
    CHECK(optional->rows[0][1].integer() == 2500);
}
