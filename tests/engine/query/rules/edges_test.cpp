// Rules that see what of an edge or a walk is asked for: its end, its number, or whether there is one.
#include <catch2/catch.hpp>

#include "apply_rule.hpp"

using namespace hearsay;
using namespace hearsay::engine;
using hearsay::engine::test::apply;
using hearsay::engine::test::Lines;

TEST_CASE("reach ends once: for all rows together where nobody reads where they begin") {
    const auto plans = apply("reach ends once",
                             "MATCH (o:Outlet)-[:PUBLISHED|NAMES*1..2]->(x) RETURN count(DISTINCT x) AS n");
    CHECK(plans.changed);
    CHECK(plans.before == Lines{"Aggregate count(DISTINCT x) AS n",
                                "  VariableExpand (o)-[:PUBLISHED|NAMES*1..2]->(x)",
                                "    LabelScan (o:Outlet)"});
    CHECK(plans.after == Lines{"Aggregate count(*) AS n", "  ReachFromAll (o)-[:PUBLISHED|NAMES*1..2]->(x)",
                               "    LabelScan (o:Outlet)"});
}

TEST_CASE("reach ends once: DISTINCT goes where every row has an end of its own") {
    auto plans = apply("reach ends once", "MATCH (o:Outlet)-[*0..2]-(x:Person) RETURN DISTINCT x");
    CHECK(plans.before == Lines{"Distinct", "  Project x", "    Filter x:Person",
                                "      VariableExpand (o)-[*0..2]-(x)", "        LabelScan (o:Outlet)"});
    CHECK(plans.after == Lines{"Project x", "  Filter x:Person", "    ReachFromAll (o)-[*0..2]-(x)",
                               "      LabelScan (o:Outlet)"});
    plans = apply("reach ends once", "MATCH (o:Outlet)-[*0..2]-(x) RETURN DISTINCT o, x");
    CHECK(plans.after ==
          Lines{"Distinct", "  Project o, x", "    Reach (o)-[*0..2]-(x)", "      LabelScan (o:Outlet)"});
    // The start is an end only if a circle leads back to it, which is seen for each on its own.
    plans = apply("reach ends once", "MATCH (o:Outlet)-[*1..2]-(x) RETURN DISTINCT x");
    CHECK(plans.after ==
          Lines{"Distinct", "  Project x", "    Reach (o)-[*1..2]-(x)", "      LabelScan (o:Outlet)"});
    plans = apply("reach ends once", "MATCH (o:Outlet)-[*..2]->(x) RETURN DISTINCT x.id");
    CHECK(plans.after == Lines{"Distinct", "  Project x.id", "    ReachFromAll (o)-[*1..2]->(x)",
                               "      LabelScan (o:Outlet)"});
}

TEST_CASE("reach ends once: not where walks are counted, read, or longer than the shortest") {
    for (const char* text :
         {"MATCH (o:Outlet)-[*1..2]->(x) RETURN x", "MATCH (o:Outlet)-[*1..2]->(x) RETURN count(x)",
          "MATCH (o:Outlet)-[*2..2]->(x) RETURN DISTINCT x",
          "MATCH (o:Outlet)-[r*1..2]->(x) RETURN DISTINCT x, r",
          "MATCH (o:Outlet)-[*1..2]->(x) WITH x LIMIT 3 RETURN DISTINCT x",
          "MATCH (o:Outlet)-[*1..2]->(x), (x)-->(y) RETURN DISTINCT y",
          "MATCH (o:Outlet)-[*1..2]->(x) RETURN DISTINCT x.id, rand()"}) {
        INFO(text);
        const auto plans = apply("reach ends once", text);
        CHECK_FALSE(plans.changed);
        CHECK(plans.before == plans.after);
    }
}

TEST_CASE("count rows: what a MATCH has bound is never null") {
    auto plans =
        apply("count rows", "MATCH (a:Article)<-[r:PUBLISHED]-() RETURN a, count(r) AS n, count(a.id)");
    CHECK(plans.before[1] == "  Aggregate count(r) AS n, count(a.id) by a");
    CHECK(plans.after[1] == "  Aggregate count(*) AS n, count(a.id) by a");
    CHECK_FALSE(apply("count rows", "MATCH (a:Article)-[r]->() RETURN count(DISTINCT r)").changed);
}

TEST_CASE("count rows: what an OPTIONAL MATCH has bound may be null") {
    CHECK_FALSE(apply("count rows", "MATCH (a) OPTIONAL MATCH (a)-[r]->() RETURN a, count(r)").changed);
    CHECK_FALSE(apply("count rows", "OPTIONAL MATCH (a) MATCH (a) RETURN count(a)").changed);
    CHECK_FALSE(apply("count rows", "MATCH (a) WITH a.id AS a RETURN count(a)").changed);
}

TEST_CASE("drop implied labels: every edge ends at the label") {
    auto plans = apply("drop implied labels", "MATCH (o:Outlet)-[:PUBLISHED]->(a:Article) RETURN o, a");
    CHECK(plans.before == Lines{"Project o, a", "  Filter a:Article", "    Expand (o)-[:PUBLISHED]->(a)",
                                "      LabelScan (o:Outlet)"});
    CHECK(plans.after == Lines{"Project o, a", "  Expand (o)-[:PUBLISHED]->(a)", "    LabelScan (o:Outlet)"});
    plans = apply("drop implied labels", "MATCH (o:Outlet)-[:PUBLISHED*1..2]->(a:Article) RETURN o, a");
    CHECK(plans.changed);
}

TEST_CASE("drop implied labels: not where an edge could end elsewhere, nor for a walk of no edge") {
    for (const char* text :
         {"MATCH (o:Outlet)-->(a:Article) RETURN o, a",
          "MATCH (o:Outlet)-[:PUBLISHED|NAMES]->(a:Article) RETURN o, a",
          "MATCH (a:Outlet)-[:PUBLISHED]-(b:Article) RETURN a, b",
          "MATCH (o)-[:PUBLISHED]->(a:Person) RETURN o, a",
          "MATCH (o:Outlet)-[:PUBLISHED*0..2]->(a:Article) RETURN o, a",
          "MATCH (a:Outlet) OPTIONAL MATCH (a)-[:PUBLISHED]->(b) WITH * WHERE b:Article RETURN b"}) {
        INFO(text);
        CHECK_FALSE(apply("drop implied labels", text).changed);
    }
}

TEST_CASE("drop implied labels: not in a statement that changes the graph") {
    const char* text = "MATCH (o:Outlet)-[:PUBLISHED]->(a:Article) SET a:Old";
    const auto plans = apply("drop implied labels", text);
    CHECK(plans.before == plans.after);
}

TEST_CASE("answer EXISTS by degree") {
    auto plans =
        apply("answer EXISTS by degree", "MATCH (a:Article) WHERE a.id > 1 AND (a)-[:NAMES]->() RETURN a");
    CHECK(plans.before ==
          Lines{"Project a", "  Filter a.id > 1 AND (a)-[:NAMES]->()", "    LabelScan (a:Article)"});
    CHECK(plans.after == Lines{"Project a", "  Filter a.id > 1", "    HasEdges (a)-[:NAMES]->()",
                               "      LabelScan (a:Article)"});
    plans = apply("answer EXISTS by degree",
                  "MATCH (a:Article) WHERE NOT EXISTS { (:Outlet)-[:PUBLISHED]->(a) } RETURN a");
    CHECK(plans.after ==
          Lines{"Project a", "  HasNoEdges (a)<-[:PUBLISHED]-()", "    LabelScan (a:Article)"});
    plans = apply("answer EXISTS by degree",
                  "MATCH (a:Article) WHERE EXISTS { MATCH (:Outlet)-[:PUBLISHED]->(a) } RETURN a");
    CHECK(plans.after == Lines{"Project a", "  HasEdges (a)<-[:PUBLISHED]-()", "    LabelScan (a:Article)"});
}

TEST_CASE("answer EXISTS by degree: not where more is asked") {
    for (const char* text :
         {"MATCH (a:Article), (b) WHERE (a)-[:NAMES]->(b) RETURN a",
          "MATCH (a:Article) WHERE (a)-[:NAMES]->({id: 1}) RETURN a",
          "MATCH (a:Article) WHERE (a)-[:NAMES {sure: true}]->() RETURN a",
          "MATCH (a:Article) WHERE (a)-[:NAMES*2]->() RETURN a",
          "MATCH (a:Article) WHERE (a)-->()-->() RETURN a",
          "MATCH (a:Article) WHERE (a)-->(:Outlet) RETURN a", "MATCH (a:Article) WHERE (a)-->(a) RETURN a",
          "MATCH (a:Article) WHERE (a:Person)-->() RETURN a",
          "MATCH (a:Article) WHERE EXISTS { (a)-->(b) WHERE b.id > 1 } RETURN a",
          "MATCH (a:Article) WHERE EXISTS { MATCH (a)-->(b) WHERE b.id > 1 } RETURN a",
          "MATCH (a:Article) WHERE EXISTS { MATCH (a)-->() MATCH (b:Outlet) WHERE b.id > 9 RETURN b } RETURN "
          "a",
          "MATCH (a:Article) WHERE EXISTS { MATCH (a)-->(), (b:Outlet) } RETURN a",
          "MATCH (a:Article) WHERE EXISTS { OPTIONAL MATCH (a)-->() } RETURN a",
          "MATCH (a:Article) WHERE (a)-[:NAMES]->() OR a.id = 1 RETURN a",
          "MATCH (a:Article) WHERE (a)-[:NAMES]->(:Person) SET a.x = 1"}) {
        INFO(text);
        CHECK_FALSE(apply("answer EXISTS by degree", text).changed);
    }
}

TEST_CASE("count from statistics") {
    const auto answer = [](const char* text) {
        const auto plans = apply("count from statistics", text);
        return plans.changed ? plans.after : Lines();
    };
    CHECK(answer("MATCH (a) RETURN count(*) AS n") == Lines{"Project n", "  Project 14 AS n"});
    CHECK(answer("MATCH (a:Person) RETURN count(a) AS n") == Lines{"Project n", "  Project 8 AS n"});
    CHECK(answer("MATCH ()-[r:NAMES]->() RETURN count(r) AS n") == Lines{"Project n", "  Project 8 AS n"});
    CHECK(answer("MATCH (:Outlet)-->() RETURN count(*) AS n") == Lines{"Project n", "  Project 4 AS n"});
    CHECK(answer("MATCH (:Article)-[:NAMES]->(:Person) RETURN count(*) AS n") ==
          Lines{"Project n", "  Project 8 AS n"});
    for (const char* text :
         {"MATCH (a:Person) RETURN count(a.id)", "MATCH (a:Person {id: 1}) RETURN count(*)",
          "MATCH (a)--() RETURN count(*)", "MATCH (a)-[:NAMES]->(a) RETURN count(*)",
          "MATCH (a)-[:PUBLISHED]->()-[:NAMES]->() RETURN count(*)", "MATCH (a) RETURN a.id, count(*)",
          "MATCH (a:Person), (b:Person) RETURN count(*)", "MATCH (a) WITH a LIMIT 3 RETURN count(*)",
          "MATCH (a) CREATE (b) WITH a MATCH (c) RETURN count(*)"}) {
        INFO(text);
        CHECK(answer(text).empty());
    }
}

TEST_CASE("count edges: whose ends nobody reads") {
    const auto plans =
        apply("count edges", "MATCH (o)-[:PUBLISHED]->(a)-[:NAMES]->(p) RETURN a.id, count(*) AS n");
    CHECK(plans.before == Lines{"Project `a.id`, n", "  Aggregate count(*) AS n by a.id",
                                "    Expand (a)-[:NAMES]->(p)", "      Expand (a)<-[:PUBLISHED]-(o)",
                                "        LabelScan (a:Article)"});
    CHECK(plans.after == Lines{"Project `a.id`, n", "  Aggregate count(* weighted by _n1 * _n2) AS n by a.id",
                               "    CountEdges (a)-[:NAMES]->() AS _n1",
                               "      CountEdges (a)<-[:PUBLISHED]-() AS _n2",
                               "        LabelScan (a:Article)"});
}

TEST_CASE("count edges: past projections, and without a number where one is as good as many") {
    auto plans =
        apply("count edges",
              "MATCH (a:Article)-[:NAMES]->() WITH a.id AS id WHERE id > 1 RETURN id % 2 AS half, count(*)");
    CHECK(plans.after[1] == "  Aggregate count(* weighted by _n1) AS `count(*)` by id % 2 AS half");
    CHECK(plans.after[3] == "      Project a.id AS id");
    CHECK(plans.after[4] == "        CountEdges (a)-[:NAMES]->() AS _n1");
    plans = apply("count edges", "MATCH (a:Article)-[:NAMES]->() RETURN DISTINCT a.id");
    CHECK(plans.after[2] == "    HasEdges (a)-[:NAMES]->()");
    plans = apply("count edges", "MATCH (a:Article)-[:NAMES]->() RETURN max(a.id), count(DISTINCT a.id)");
    CHECK(plans.after.back() == "      LabelScan (a:Article)");
    CHECK(plans.after[2] == "    HasEdges (a)-[:NAMES]->()");
}

TEST_CASE("count edges: the last of a type is counted without those taken before") {
    const auto plans =
        apply("count edges", "MATCH (a:Article)-[:NAMES]->(), (a)-[:NAMES]->() RETURN a, count(*) AS n");
    CHECK(plans.after[2] == "    CountEdges (a)-[:NAMES]->() AS _n1");
    CHECK(plans.after[3] == "      Expand (a)-[:NAMES]->(_1)");
}

TEST_CASE("count edges: not where an edge, its end, or every row is asked for") {
    for (const char* text :
         {"MATCH (a:Article)-[r:NAMES]->() RETURN a, r",
          "MATCH (a:Article)-[:NAMES]->(p) RETURN a, count(p.id)", "MATCH (a:Article)-[:NAMES]->() RETURN a",
          "MATCH (a:Article)-[:NAMES]->(p) WHERE p.id > 1 RETURN a, count(*)",
          "MATCH (a:Article)-[:NAMES]->(:Outlet) RETURN a, count(*)",
          "MATCH (a:Article)-[:NAMES]->() RETURN a, collect(a.id), count(*)",
          "MATCH (a:Article)-[:NAMES]->() WHERE rand() < 1 RETURN a, count(*)",
          "MATCH (a:Article)-[:NAMES]->() WITH a LIMIT 3 RETURN a, count(*)",
          "MATCH path = (a:Article)-[:NAMES]->() RETURN path, count(*)",
          "MATCH (a:Article) OPTIONAL MATCH (a)-[:NAMES]->() RETURN a, count(*)",
          "MATCH (a:Article)-[:NAMES*1..2]->() RETURN a, count(*)"}) {
        INFO(text);
        CHECK_FALSE(apply("count edges", text).changed);
    }
}

TEST_CASE("compare ends: a comparison with what is bound, right after the walk") {
    const auto plans = apply("compare ends",
                             "MATCH (a)<-[:NAMES]-(b)-[:NAMES]->(c) "
                             "WHERE c.id > a.id AND c.id + a.id > 3 AND c <> a RETURN c");
    CHECK(plans.changed);
    CHECK(plans.before == Lines{"Project c", "  Filter c.id > a.id AND c.id + a.id > 3 AND c <> a",
                                "    Expand (b)-[:NAMES]->(c)", "      Expand (b)-[:NAMES]->(a)",
                                "        LabelScan (b:Article)"});
    CHECK(plans.after == Lines{"Project c", "  Filter c.id + a.id > 3 AND c <> a",
                               "    Expand (b)-[:NAMES]->(c) WHERE c.id > a.id",
                               "      Expand (b)-[:NAMES]->(a)", "        LabelScan (b:Article)"});
}

TEST_CASE("compare ends: nodes themselves are compared for equality") {
    const auto plans = apply("compare ends", "MATCH (a)-[:NAMES]->(b) WHERE a <> b RETURN a");
    CHECK(plans.after ==
          Lines{"Project a", "  Expand (a)-[:NAMES]->(b) WHERE a <> b", "    LabelScan (a:Article)"});
    CHECK_FALSE(apply("compare ends", "MATCH (a)-[:NAMES]->(b) WHERE a < b RETURN a").changed);
}

TEST_CASE("compare ends: not with what is not bound, with a constant, or in a statement that deletes") {
    CHECK_FALSE(apply("compare ends", "MATCH (a)-[:NAMES]->(b) WHERE b.id > 3 RETURN a").changed);
    CHECK_FALSE(apply("compare ends", "MATCH (a)-[:NAMES]->(b) WHERE b.id = b.x RETURN a").changed);
    CHECK_FALSE(apply("compare ends", "MATCH (a)-[n:NAMES]->(b) WHERE n.id = b.id RETURN a").changed);
    CHECK_FALSE(apply("compare ends", "MATCH (a)-[:NAMES]->(b) WHERE 1 < a.id < b.id RETURN a").changed);
    CHECK_FALSE(apply("compare ends", "MATCH (a)-[:NAMES]->(b) WHERE a.id < b.id DETACH DELETE a").changed);
}
