// Rules that choose where a pattern begins, and where its filters stand.
#include <algorithm>
#include <catch2/catch.hpp>

#include "apply_rule.hpp"
#include "engine/query/functions/function.hpp"
#include "engine/query/plan/plan_query.hpp"
#include "engine/query/procedures/procedures.hpp"
#include "engine/query/rules/rules.hpp"
#include "engine/query/statement/run_query.hpp"
#include "grammar/parse.hpp"

using namespace hearsay;
using namespace hearsay::engine;
using hearsay::engine::test::apply;
using hearsay::engine::test::Lines;
using hearsay::engine::test::press;

TEST_CASE("move filters into patterns") {
    const auto plans =
        apply("move filters into patterns", "MATCH (a:Article) WHERE a.id > 1 AND a.id < 3 RETURN a");
    CHECK(plans.changed);
    CHECK(plans.before ==
          Lines{"Project a", "  Filter a.id > 1 AND a.id < 3", "    Match (a) WHERE a:Article"});
    CHECK(plans.after == Lines{"Project a", "  Match (a) WHERE a:Article AND a.id > 1 AND a.id < 3"});
}

TEST_CASE("move filters into patterns: a filter after a projection stays") {
    const auto plans = apply("move filters into patterns", "MATCH (a) WITH a.id AS x WHERE x > 1 RETURN x");
    CHECK_FALSE(plans.changed);
    CHECK(plans.before == plans.after);
}

TEST_CASE("lay out patterns: starts where the fewest vertices are") {
    const auto plans =
        apply("lay out patterns", "MATCH (p:Person)<-[:NAMES]-(a)<-[:PUBLISHED]-(o:Outlet) RETURN p");
    CHECK(
        plans.before ==
        Lines{"Project p",
              "  Match (p), (a), (o), (p)<-[:NAMES]-(a), (a)<-[:PUBLISHED]-(o) WHERE p:Person AND o:Outlet"});
    CHECK(plans.after == Lines{"Project p", "  Filter p:Person AND o:Outlet", "    Expand (a)-[:NAMES]->(p)",
                               "      Expand (o)-[:PUBLISHED]->(a)", "        AllVertices (o)"});
}

TEST_CASE("lay out patterns: starts at a bound variable") {
    const auto plans =
        apply("lay out patterns", "MATCH (p:Person {id: 1}) WITH p MATCH (o:Outlet)-->()-->(p) RETURN o");
    REQUIRE(plans.after.size() >= 4);
    CHECK(plans.after[3].find("Expand (p)<--(") != std::string::npos);
}

TEST_CASE("lay out patterns: a node that an index can find beats a small label") {
    const auto plans = apply("lay out patterns", "MATCH (o:Outlet)-->(a)-->(p:Person {id: $id}) RETURN o");
    CHECK(plans.after.back() == "        AllVertices (p)");
}

TEST_CASE("lay out patterns: a node waits for what it can be looked up by") {
    const auto plans =
        apply("lay out patterns", "MATCH (o:Outlet {id: n.of}), (p:Person)<-[n:NAMES]-() RETURN o");
    REQUIRE(plans.after.size() == 5);
    CHECK(plans.after[2] == "    AllVertices (o)");
    CHECK(plans.after[4] == "        AllVertices (_1)");
}

TEST_CASE("lay out patterns: no look-up by what many nodes share") {
    // Two values of 300 nodes each, which no index has counted yet; and a value a node.
    graphs::PropertyGraph graph;
    const auto label = graph.label("Boat");
    const auto kind = graph.key("kind"), name = graph.key("name");
    for (int i = 0; i < 600; ++i) {
        graph.add_vertex(std::span(&label, 1), {{kind, graphs::Value(i % 2 == 0 ? "sail" : "steam")},
                                                {name, graphs::Value("boat " + std::to_string(i))}});
    }
    const auto barge = graph.label("Barge");
    const auto tows = graph.type("TOWS");
    for (std::uint32_t i = 0; i < 60; ++i) {
        const graphs::VertexId towed = graph.add_vertex(std::span(&barge, 1), {});
        for (std::uint32_t j = 0; j < 50; ++j)
            graph.add_edge(graphs::VertexId{(i * 50 + j) % 600}, tows, towed);
    }
    graph.accept();
    const auto looks_up = [&graph](std::string_view text) {
        const auto result = run_query(graph, text);
        REQUIRE(result);
        return std::any_of(result->rows.begin(), result->rows.end(), [](const auto& row) {
            return row[0].string().find("IndexLookup") != std::string::npos;
        });
    };
    CHECK_FALSE(looks_up(
        "EXPLAIN MATCH (a:Boat)-[:TOWS]->(x:Barge)<-[:TOWS]-(b:Boat) WHERE a.kind = b.kind RETURN a, b"));
    CHECK(looks_up("EXPLAIN MATCH (a:Boat)-[:TOWS]->(x:Barge), (b:Boat) WHERE a.name = b.name RETURN a, b"));
}

TEST_CASE("lay out patterns: both ends bound") {
    const auto plans = apply("lay out patterns", "MATCH (a)-[:NAMES]->(a) RETURN a");
    CHECK(plans.after == Lines{"Project a", "  ExpandInto (a)-[:NAMES]->(a)", "    AllVertices (a)"});
}

TEST_CASE("push filters down") {
    const auto plans =
        apply("push filters down",
              "MATCH (o:Outlet)-->(a:Article) WHERE (a)-->() AND a.id > o.id AND rand() < 2 RETURN a");
    CHECK(plans.before[1] == "  Filter o:Outlet AND a:Article AND (a)-->() AND a.id > o.id AND rand() < 2");
    CHECK(plans.after == Lines{"Project a", "  Filter rand() < 2", "    Filter o:Outlet AND a.id > o.id",
                               "      Expand (a)<--(o)", "        Filter a:Article AND (a)-->()",
                               "          AllVertices (a)"});
}

TEST_CASE("push filters down: not into an optional part") {
    const auto plans =
        apply("push filters down",
              "MATCH (a) OPTIONAL MATCH (a)-->(b) WITH * WHERE b.id = 1 AND a.id = 2 RETURN a");
    REQUIRE(plans.after.size() >= 6);
    CHECK(plans.after[2] == "    Filter b.id = 1");
    CHECK(plans.after[3] == "      Optional");
    CHECK(plans.after[4] == "        Filter a.id = 2");
}

TEST_CASE("push filters down: not below a limit, nor below a projection that makes the column") {
    auto plans = apply("push filters down", "MATCH (a) WITH a LIMIT 2 WHERE a.id = 1 RETURN a");
    CHECK(plans.after[1] == "  Filter a.id = 1");
    CHECK(plans.after[2] == "    Limit 2");
    plans = apply("push filters down", "MATCH (a) WITH a.id AS id WHERE id = 1 RETURN id");
    CHECK(plans.after[1] == "  Filter id = 1");
    CHECK(plans.after[2] == "    Project a.id AS id");
}

TEST_CASE("lay out patterns: begins in the middle, where edges need only be counted") {
    const auto plans =
        apply("lay out patterns",
              "MATCH (o:Outlet)-[:PUBLISHED]->(a)-[:NAMES]->(p:Person) RETURN a, count(*) AS n");
    CHECK(plans.after == Lines{"Project a, n", "  Aggregate count(*) AS n by a",
                               "    Filter o:Outlet AND p:Person", "      Expand (a)-[:NAMES]->(p)",
                               "        Expand (a)<-[:PUBLISHED]-(o)", "          AllVertices (a)"});
}

TEST_CASE("lay out patterns: edges of other types are not compared") {
    const auto graph = press();
    const Parameters none;
    const std::string text = "MATCH ()-[a:NAMES]->()<-[b:NAMES]-()<-[c:PUBLISHED]-() RETURN a, b, c";
    const PlanContext context{graph, none, text, Procedures::standard(), builtins::Functions::standard()};
    const auto statement = grammar::parse(text);
    Plan plan = plan_query(std::get<grammar::Query>(statement->body), context);
    apply_rules(plan, context);
    std::size_t compared = 0;
    for_each_plan(plan, [&compared](const Plan& each) {
        if (const auto* expand = std::get_if<Expand>(&each.step)) compared += expand->walk.unlike.size();
    });
    CHECK(compared == 1);
}
