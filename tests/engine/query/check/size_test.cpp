// Queries far larger than people write end in an answer or an error, soon and within the stack.
#include <catch2/catch.hpp>

#include "engine/query/check/size.hpp"
#include "engine/query/statement/run_query.hpp"
#include "tests/scripts/small_graph.hpp"

using namespace hearsay;

namespace {

std::string repeat(const std::string& part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

// `part` again and again, each `#` in it a number.
std::string numbered(const std::string& part, std::size_t times, const std::string& between = "") {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        if (i > 0) text += between;
        for (const char c : part) text += c == '#' ? std::to_string(i) : std::string(1, c);
    }
    return text;
}

auto run(const std::string& query) {
    static const std::vector<std::string> lines = {"vertex a:Boat {name: 'Ida', k: 1}",
                                                   "vertex b:Boat {name: 'Jo'}", "edge a -TOWS-> b"};
    auto graph = scripts::make_graph(lines);
    return engine::run_query(graph, query);
}

void check_answered(const std::string& query) {
    INFO(query.substr(0, 60));
    CHECK(run("PROFILE " + query));  // runs it, and prints its plan
}

void check_refused(const std::string& query, const std::string& reason) {
    INFO(query.substr(0, 60));
    const auto result = run(query);
    REQUIRE_FALSE(result);
    CHECK(result.error().back().message.find(reason) != std::string::npos);
}

}  // namespace

TEST_CASE("a query has as many steps as a plan can hold") {
    const std::size_t most = engine::most_steps;
    check_answered(repeat("WITH 1 AS a ", most - 1) + "RETURN a");
    check_answered(repeat("OPTIONAL MATCH (:None) ", most / 2 - 1) + "RETURN 1");
    check_answered("MATCH (:None)" + repeat("-->()", most / 2 - 2) + " RETURN 1");
    check_answered(numbered("UNWIND [#] AS v# ", most - 1) + "RETURN v0");
    check_answered("MATCH (a:None) WHERE (a)" + repeat("-->()", most / 2 - 3) + " RETURN 1");
    check_refused(repeat("WITH 1 AS a ", 30'000) + "RETURN a", "too large");
    check_refused("MATCH (a)" + repeat("-->()", 30'000) + " RETURN 1", "too large");
    check_refused("MATCH (a) WHERE (a)" + repeat("-->()", 30'000) + " RETURN 1", "too large");
    check_refused("MATCH " + numbered("(a#)", 30'000, ", ") + " RETURN 1", "too large");
}

TEST_CASE("CREATE clauses in a row are one step") {
    const auto made =
        run(numbered("CREATE (n#:Buoy {k: #}) ", 5'000) + numbered("CREATE (n#)-[:NEAR]->(n0) ", 2'000));
    REQUIRE(made);
    CHECK(made->effects.nodes_created == 5'000);
    CHECK(made->effects.relationships_created == 2'000);
    const auto nameless = run(repeat("CREATE ({k: 1})-[:NEAR]->() ", 20'000));
    REQUIRE(nameless);
    CHECK(nameless->effects.nodes_created == 40'000);
    check_answered(
        "CREATE (a {k: 1}) CREATE (b {k: a.k}) CREATE p = (a)-[:NEAR]->(b) CREATE ({k: length(p)}) "
        "CREATE (c {k: size([(x)-[:NEAR]->(y) | 1])}) RETURN c.k");
    check_refused("CREATE (n {k: 1}) " + repeat("CREATE ({k: n.k}) ", 2'000), "too large");
    check_refused(repeat("MERGE ({k: 1}) ", 2'000), "too large");
    check_refused(numbered("CREATE (n#) ", 20'000), "too many");
    check_refused("FOREACH (x IN [1] | " + repeat("MERGE ({k: 1}) ", 2'000) + ")", "too large");
}

TEST_CASE("steps count along a plan, not beside it") {
    check_answered(repeat("RETURN 1 AS x UNION ", 2'000) + "RETURN 1 AS x");
    check_answered("RETURN " + repeat("EXISTS { MATCH (a) WHERE ", 20) + "true" + repeat("}", 20) + " AS x");
    check_refused("RETURN EXISTS { " + repeat("WITH 1 AS a ", 600) + "WITH a WHERE EXISTS { " +
                      repeat("WITH 1 AS a ", 600) + "RETURN a } RETURN a } AS x",
                  "too large");
}

TEST_CASE("as many columns as a plan can hold") {
    check_answered("RETURN " + numbered("# AS c#", 2'000, ", "));
    check_refused("RETURN " + numbered("# AS c#", 30'000, ", "), "too many");
    check_refused("WITH " + numbered("# AS c#", 30'000, ", ") + " RETURN 1", "too many");
}

TEST_CASE("what is wrong with a query is told until it is enough") {
    const auto wrong = run("RETURN [" + numbered("wrong#", 50'000, ", ") + "] AS x");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().size() == 20);
    const auto strange = run("MATCH (a) WHERE a" + numbered(":Strange#", 10'000) + " RETURN a");
    REQUIRE(strange);
    CHECK(strange->warnings.size() == 20);
}

TEST_CASE("wide queries are answered") {
    check_answered("MATCH (a) WHERE " + numbered("a.k = #", 10'000, " OR ") + " RETURN a");
    check_answered("MATCH (a) WHERE " + numbered("a.k <> -#", 10'000, " AND ") + " RETURN a");
    check_answered("MATCH (a:Boat) WHERE " + numbered("a:Boat", 10'000, " AND ") + " RETURN a");
    check_answered("RETURN size([" + numbered("#", 100'000, ", ") + "]) AS x");
    check_answered("RETURN size(keys({" + numbered("k#: #", 20'000, ", ") + "})) AS x");
    check_answered("UNWIND [" + numbered("{id: #}", 20'000, ", ") + "] AS row RETURN max(row.id)");
    check_answered("WITH 1 AS a RETURN CASE a " + numbered("WHEN -# THEN # ", 20'000) + "END AS x");
    check_answered("WITH 1 AS a RETURN DISTINCT " + numbered("a + # AS c#", 1'000, ", ") + " ORDER BY a + 1");
    check_answered("WITH 1 AS a RETURN " + numbered("a + # AS c#", 1'000, ", ") +
                   ", count(*) AS n ORDER BY n");
}

TEST_CASE("deep expressions are answered") {
    check_answered("WITH 1 AS a RETURN " + repeat("a + ", 400) + "a AS x");
    check_answered("RETURN " + repeat("NOT ", 400) + "true AS x");
    check_answered("RETURN " + repeat("[", 140) + "1" + repeat("]", 140) + " AS x");
    check_answered("RETURN " + repeat("abs(", 140) + "1" + repeat(")", 140) + " AS x");
    check_answered("RETURN " + repeat("[x IN [1] | ", 140) + "1" + repeat("]", 140) + " AS x");
    check_answered("RETURN " + repeat("CASE WHEN true THEN ", 140) + "1" + repeat(" END", 140) + " AS x");
    check_answered("RETURN " + repeat("reduce(a = 0, x IN [1] | ", 140) + "1" + repeat(")", 140) + " AS x");
}
