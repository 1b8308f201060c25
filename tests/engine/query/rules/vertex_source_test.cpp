// Rules that choose how vertices are found: by a label, an index, or in its order.
#include <catch2/catch.hpp>

#include "apply_rule.hpp"

using namespace hearsay;
using namespace hearsay::engine;
using hearsay::engine::test::apply;
using hearsay::engine::test::Lines;

TEST_CASE("scan by label: the one that the fewest vertices have") {
    const auto plans = apply("scan by label", "MATCH (a:Person:Outlet) RETURN a");
    CHECK(plans.before == Lines{"Project a", "  Filter a:Person AND a:Outlet", "    AllVertices (a)"});
    CHECK(plans.after == Lines{"Project a", "  Filter a:Person", "    LabelScan (a:Outlet)"});
}

TEST_CASE("look up in index: a literal, a parameter, a bound value") {
    auto plans = apply("look up in index", "MATCH (a:Article {id: 1}) RETURN a");
    CHECK(plans.before == Lines{"Project a", "  Filter a.id = 1", "    LabelScan (a:Article)"});
    CHECK(plans.after == Lines{"Project a", "  IndexLookup (a:Article {id: 1})"});
    plans = apply("look up in index", "MATCH (a:Article) WHERE $id = a.id AND a.id > 0 RETURN a");
    CHECK(plans.after == Lines{"Project a", "  Filter a.id > 0", "    IndexLookup (a:Article {id: $id})"});
    plans = apply("look up in index", "MATCH (p:Person) MATCH (a:Article {id: p.id}) RETURN a");
    CHECK(plans.after ==
          Lines{"Project a", "  IndexLookup (a:Article {id: p.id})", "    LabelScan (p:Person)"});
}

TEST_CASE("look up in index: not by the vertex itself") {
    const auto plans = apply("look up in index", "MATCH (a:Article) WHERE a.id = a.size RETURN a");
    CHECK_FALSE(plans.changed);
}

TEST_CASE("look up in text index: a literal, a parameter, a bound value") {
    auto plans = apply("look up in text index", "MATCH (a:Article) WHERE a.title CONTAINS 'x' RETURN a");
    CHECK(plans.before == Lines{"Project a", "  Filter a.title CONTAINS 'x'", "    LabelScan (a:Article)"});
    CHECK(plans.after == Lines{"Project a", "  TextLookup (a:Article) a.title CONTAINS 'x' using words"});
    plans = apply("look up in text index",
                  "MATCH (a:Article) WHERE a.title STARTS WITH $id AND a.id > 0 RETURN a");
    CHECK(plans.after == Lines{"Project a", "  Filter a.id > 0",
                               "    TextLookup (a:Article) a.title STARTS WITH $id using words"});
    plans = apply("look up in text index",
                  "MATCH (p:Person) MATCH (a:Article) WHERE a.title ENDS WITH p.name RETURN a");
    CHECK(plans.after == Lines{"Project a", "  TextLookup (a:Article) a.title ENDS WITH p.name using words",
                               "    LabelScan (p:Person)"});
}

TEST_CASE("look up in text index: what begins alike through an index of values in order") {
    auto plans = apply("look up in text index", "MATCH (p:Person) WHERE p.id STARTS WITH 'x' RETURN p");
    CHECK(plans.after == Lines{"Project p", "  TextLookup (p:Person) p.id STARTS WITH 'x' using numbers"});
    plans = apply("look up in text index",
                  "MATCH (a:Article) MATCH (p:Person) WHERE p.id STARTS WITH a.title AND p.id > 3 RETURN p");
    CHECK(plans.after == Lines{"Project p", "  Filter p.id > 3",
                               "    TextLookup (p:Person) p.id STARTS WITH a.title using numbers",
                               "      LabelScan (a:Article)"});
    for (const char* text : {"MATCH (p:Person) WHERE p.id ENDS WITH 'x' RETURN p",
                             "MATCH (p:Person) WHERE p.name STARTS WITH 'x' RETURN p",
                             "MATCH (p:Person) WHERE p.id STARTS WITH p.name RETURN p",
                             "MATCH (a:Article) WHERE a.id STARTS WITH 'x' RETURN a"}) {
        INFO(text);
        CHECK_FALSE(apply("look up in text index", text).changed);
    }
}

TEST_CASE("walk in order: the first rows of a label by a property, through filters and projections") {
    auto plans = apply("walk in order", "MATCH (p:Person) RETURN p ORDER BY p.id LIMIT 2");
    CHECK(plans.before == Lines{"TopK p.id LIMIT 2", "  LabelScan (p:Person)"});
    CHECK(plans.after == Lines{"Limit 2", "  LabelScan (p:Person) in the order of p.id using numbers"});
    plans = apply("walk in order",
                  "MATCH (q:Person) WITH q.id AS x, q AS p WITH p AS r, x RETURN r.name ORDER BY r.id DESC "
                  "SKIP 1 LIMIT 1");
    CHECK(plans.after.back() == "            LabelScan (q:Person) in the order of q.id DESC using numbers");
    plans = apply("walk in order", "MATCH (p:Person) WITH p.id AS x WITH x AS y RETURN y ORDER BY y LIMIT 1");
    CHECK(plans.after.back().ends_with("in the order of p.id using numbers"));
    CHECK(apply("walk in order", "MATCH (p:Person) WHERE p.id <> 3 RETURN p ORDER BY p.id LIMIT 1").changed);
    CHECK(apply("walk in order", "MATCH (p:Person) RETURN p ORDER BY p.id LIMIT 0").changed);
}

TEST_CASE("walk in order: not by more than one property, nor where the rows come from more than the label") {
    for (const char* text :
         {"MATCH (p:Person) RETURN p ORDER BY p.id", "MATCH (p:Person) RETURN p ORDER BY p.id LIMIT 3",
          "MATCH (p:Person) RETURN p ORDER BY p.id SKIP 2 LIMIT 1",
          "MATCH (p:Person) RETURN p ORDER BY p.name LIMIT 1", "MATCH (p:Person) RETURN p ORDER BY p LIMIT 1",
          "MATCH (p:Person) RETURN p ORDER BY p.id, p.name LIMIT 1",
          "MATCH (p:Person) RETURN p ORDER BY p.id LIMIT $unknown",
          "MATCH (p:Person) WITH p.id AS x RETURN x ORDER BY x.id LIMIT 1",
          "MATCH (p:Person) WITH {id: p.id} AS p RETURN p.id ORDER BY p.id LIMIT 1",
          "MATCH (p:Person) RETURN DISTINCT p.id AS x ORDER BY x LIMIT 1",
          "MATCH (p:Person) RETURN p.id AS x, count(*) ORDER BY x LIMIT 1",
          "MATCH (p:Person) WITH p LIMIT 7 RETURN p ORDER BY p.id LIMIT 1",
          "MATCH (a:Article), (p:Person) RETURN p ORDER BY p.id LIMIT 1",
          "MATCH (p:Person)<-[:NAMES]-(a:Article) RETURN p ORDER BY p.id LIMIT 1",
          "MATCH (a:Article) RETURN a ORDER BY a.id LIMIT 1",
          "CREATE (:Person {id: 0}) WITH 1 AS one MATCH (p:Person) RETURN p ORDER BY p.id LIMIT 1",
          "MATCH (p:Person) SET p.id = 1 RETURN p ORDER BY p.id LIMIT 1"}) {
        INFO(text);
        CHECK_FALSE(apply("walk in order", text).changed);
    }
}

TEST_CASE("look up in text index: not few texts that nobody asked an index for, nor by the vertex itself") {
    for (const char* text : {"MATCH (p:Person) WHERE p.title CONTAINS 'x' RETURN p",
                             "MATCH (a:Article) WHERE a.name CONTAINS 'x' RETURN a",
                             "MATCH (a:Article) WHERE a.title CONTAINS a.word RETURN a",
                             "MATCH (a:Article) WHERE 'x' CONTAINS a.title RETURN a",
                             "MATCH (a:Article) WHERE a.title CONTAINS 'x' OR a.id = 1 RETURN a"}) {
        INFO(text);
        CHECK_FALSE(apply("look up in text index", text).changed);
    }
}

TEST_CASE("look up range in index: one bound, or one on each side") {
    auto plans = apply("look up range in index", "MATCH (p:Person) WHERE p.id > 6 RETURN p");
    CHECK(plans.before == Lines{"Project p", "  Filter p.id > 6", "    LabelScan (p:Person)"});
    CHECK(plans.after == Lines{"Project p", "  RangeLookup (p:Person) p.id > 6 using numbers"});
    plans = apply("look up range in index",
                  "MATCH (p:Person) WHERE $id >= p.id AND p.id > 2 AND p.id > 1 RETURN p");
    CHECK(plans.after == Lines{"Project p", "  Filter p.id > 1",
                               "    RangeLookup (p:Person) p.id > 2 AND p.id <= $id using numbers"});
    plans = apply("look up range in index", "MATCH (a:Article) MATCH (p:Person) WHERE p.id < a.id RETURN p");
    CHECK(plans.after == Lines{"Project p", "  RangeLookup (p:Person) p.id < a.id using numbers",
                               "    LabelScan (a:Article)"});
}

TEST_CASE("look up range in index: not where most are in it, nor where nobody asked for an index") {
    for (const char* text :
         {"MATCH (p:Person) WHERE p.id > 1 RETURN p", "MATCH (a:Article) WHERE a.id > 3 RETURN a",
          "MATCH (p:Person) WHERE p.id <> 7 RETURN p", "MATCH (p:Person) WHERE p.id > p.size RETURN p",
          "MATCH (p:Person) WHERE 5 < p.id < 7 RETURN p"}) {
        INFO(text);
        CHECK_FALSE(apply("look up range in index", text).changed);
    }
}

TEST_CASE("scan by implied label: all edges begin at one label") {
    const auto plans = apply("scan by implied label", "MATCH (o)-[:PUBLISHED]->(a) RETURN o, a");
    CHECK(plans.before == Lines{"Project o, a", "  Expand (o)-[:PUBLISHED]->(a)", "    AllVertices (o)"});
    CHECK(plans.after == Lines{"Project o, a", "  Expand (o)-[:PUBLISHED]->(a)", "    LabelScan (o:Outlet)"});
    CHECK_FALSE(apply("scan by implied label", "MATCH (o)-->(a) RETURN o, a").changed);
    CHECK_FALSE(apply("scan by implied label", "MATCH (o)-[:PUBLISHED]->(a) SET o.x = 1").changed);
}
