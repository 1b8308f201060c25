// Each rule by the plan before it and after it. The rules that come earlier in the list have been applied to
// both.
#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/query/explain.hpp"
#include "engine/query/plan_query.hpp"
#include "engine/query/procedures.hpp"
#include "engine/query/rules/rules.hpp"
#include "engine/query/run_query.hpp"
#include "grammar/parse.hpp"

using namespace hearsay;
using namespace hearsay::engine;

namespace {

// 2 outlets, 4 articles, 8 people; outlets publish articles, articles name people.
graphs::PropertyGraph press() {
    graphs::PropertyGraph graph;
    const auto id = graph.key("id");
    std::vector<graphs::VertexId> outlets, articles, people;
    const auto add = [&](const char* name, std::int64_t number) {
        const auto label = graph.label(name);
        return graph.add_vertex(std::span(&label, 1), {{id, graphs::Value(number)}});
    };
    for (int i = 0; i < 2; ++i) outlets.push_back(add("Outlet", i));
    for (int i = 0; i < 4; ++i) articles.push_back(add("Article", i));
    for (int i = 0; i < 8; ++i) people.push_back(add("Person", i));
    for (std::size_t i = 0; i < 4; ++i) graph.add_edge(outlets[i % 2], graph.type("PUBLISHED"), articles[i]);
    for (std::size_t i = 0; i < 8; ++i) graph.add_edge(articles[i % 4], graph.type("NAMES"), people[i]);
    graph.key("title");
    graph.add_index({"numbers", graphs::IndexKind::Range, "Person", "id"}, [](std::size_t) {});
    graph.add_index({"words", graphs::IndexKind::Text, "Article", "title"}, [](std::size_t) {});
    graph.accept();
    return graph;
}

struct BeforeAndAfter {
    std::vector<std::string> before, after;
    bool changed = false;
};

std::vector<std::string> lines_of(const Plan& plan) {
    std::vector<std::string> lines;
    for (const auto& line : explain(plan, false)) {
        std::string step = line.substr(0, line.find("  ~"));
        while (step.ends_with(' ')) step.pop_back();
        lines.push_back(std::move(step));
    }
    return lines;
}

BeforeAndAfter apply(std::string_view rule, std::string_view text) {
    static const auto graph = press();
    const Parameters parameters{{"id", graphs::Value(3)}};
    const auto statement = grammar::parse(text);
    REQUIRE(statement);
    const PlanContext context{graph, parameters, text, Procedures::standard()};
    Plan plan = plan_query(std::get<grammar::Query>(statement->body), context);
    for (const Rule& each : all_rules()) {
        if (each.name == rule) {
            BeforeAndAfter result;
            result.before = lines_of(plan);
            result.changed = each.apply(plan, context);
            refresh_columns(plan);
            result.after = lines_of(plan);
            return result;
        }
        if (each.apply(plan, context)) refresh_columns(plan);
    }
    FAIL("there is no rule called " << rule);
    return {};
}

using Lines = std::vector<std::string>;

}  // namespace

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

TEST_CASE("drop empty projections: only where names and order are the same") {
    const auto plans = apply("drop empty projections", "MATCH (a:Article) WITH a RETURN a");
    CHECK(plans.before == Lines{"Project a", "  Project a", "    LabelScan (a:Article)"});
    CHECK(plans.after == Lines{"LabelScan (a:Article)"});
    // The outlets are listed first, but the answer's columns stay as they were asked for.
    CHECK_FALSE(apply("drop empty projections", "MATCH (a:Article), (o:Outlet) RETURN a, o").changed);
}

TEST_CASE("sort only the first") {
    const auto plans =
        apply("sort only the first", "MATCH (a:Article) WITH a ORDER BY a.id SKIP 1 LIMIT 2 RETURN a");
    CHECK(plans.before == Lines{"Limit 2", "  Skip 1", "    Sort a.id", "      LabelScan (a:Article)"});
    CHECK(plans.after == Lines{"TopK a.id LIMIT 2 SKIP 1", "  LabelScan (a:Article)"});
}

TEST_CASE("sort only the first: without a limit all are sorted") {
    CHECK_FALSE(apply("sort only the first", "MATCH (a) RETURN a ORDER BY a.id SKIP 1").changed);
}

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
    const PlanContext context{graph, none, text, Procedures::standard()};
    const auto statement = grammar::parse(text);
    Plan plan = plan_query(std::get<grammar::Query>(statement->body), context);
    apply_rules(plan, context);
    std::size_t compared = 0;
    for_each_plan(plan, [&compared](const Plan& each) {
        if (const auto* expand = std::get_if<Expand>(&each.step)) compared += expand->walk.unlike.size();
    });
    CHECK(compared == 1);
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

TEST_CASE("test for edges") {
    auto plans = apply("test for edges", "MATCH (a:Article) WHERE a.id > 1 AND (a)-[:NAMES]->() RETURN a");
    CHECK(plans.before ==
          Lines{"Project a", "  Filter a.id > 1 AND (a)-[:NAMES]->()", "    LabelScan (a:Article)"});
    CHECK(plans.after == Lines{"Project a", "  Filter a.id > 1", "    HasEdges (a)-[:NAMES]->()",
                               "      LabelScan (a:Article)"});
    plans = apply("test for edges",
                  "MATCH (a:Article) WHERE NOT EXISTS { (:Outlet)-[:PUBLISHED]->(a) } RETURN a");
    CHECK(plans.after ==
          Lines{"Project a", "  HasNoEdges (a)<-[:PUBLISHED]-()", "    LabelScan (a:Article)"});
    plans = apply("test for edges",
                  "MATCH (a:Article) WHERE EXISTS { MATCH (:Outlet)-[:PUBLISHED]->(a) } RETURN a");
    CHECK(plans.after == Lines{"Project a", "  HasEdges (a)<-[:PUBLISHED]-()", "    LabelScan (a:Article)"});
}

TEST_CASE("test for edges: not where more is asked") {
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
        CHECK_FALSE(apply("test for edges", text).changed);
    }
}

TEST_CASE("scan by implied label: all edges begin at one label") {
    const auto plans = apply("scan by implied label", "MATCH (o)-[:PUBLISHED]->(a) RETURN o, a");
    CHECK(plans.before == Lines{"Project o, a", "  Expand (o)-[:PUBLISHED]->(a)", "    AllVertices (o)"});
    CHECK(plans.after == Lines{"Project o, a", "  Expand (o)-[:PUBLISHED]->(a)", "    LabelScan (o:Outlet)"});
    CHECK_FALSE(apply("scan by implied label", "MATCH (o)-->(a) RETURN o, a").changed);
    CHECK_FALSE(apply("scan by implied label", "MATCH (o)-[:PUBLISHED]->(a) SET o.x = 1").changed);
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

TEST_CASE("drop unread columns") {
    const auto graph = press();
    const Parameters none;
    const auto unread = [&](std::string_view text, std::size_t depth) {
        const PlanContext context{graph, none, text, Procedures::standard()};
        const auto statement = grammar::parse(text);
        REQUIRE(statement);
        Plan top = plan_query(std::get<grammar::Query>(statement->body), context);
        apply_rules(top, context);
        const Plan* plan = &top;
        for (; depth > 0; --depth) plan = &plan->inputs[0];
        Layout names;
        for (std::size_t i = 0; i < plan->columns.size(); ++i) {
            if (!plan->unread.empty() && plan->unread[i] && !is_hidden(plan->columns[i]))
                names.push_back(plan->columns[i]);
        }
        return names;
    };
    // The outlet is read by the step that walks from it, and by none above.
    const char* walked = "MATCH (o:Outlet)-[e:PUBLISHED]->(a) RETURN a.id";
    CHECK(unread(walked, 0).empty());
    CHECK(unread(walked, 1) == Layout{"o", "e"});
    CHECK(unread(walked, 2).empty());
    // A path is made of what is read only there; one that nobody reads is not made.
    CHECK(unread("MATCH p = (o:Outlet)-[e:PUBLISHED]->(a) RETURN a.id, length(p)", 1) == Layout{"o", "e"});
    CHECK(unread("MATCH p = (o:Outlet)-[e:PUBLISHED]->(a) RETURN a.id, length(p)", 2).empty());
    CHECK(unread("MATCH p = (o:Outlet)-[e:PUBLISHED]->(a) RETURN a.id", 2) == Layout{"o", "e"});
    // What is handed on, but not read at its goal.
    CHECK(unread("MATCH (o:Outlet) MATCH (a:Article) WITH o, a, a.id AS x RETURN x", 2) == Layout{"o"});
    // DISTINCT, subqueries and what changes the graph read what they are given.
    CHECK(unread("MATCH (o:Outlet)-->(a) WITH DISTINCT o, a RETURN a.id", 2).empty());
    CHECK(unread("MATCH (o:Outlet), (a:Article) WHERE EXISTS { (o)-->(a) } RETURN a", 2).empty());
    CHECK(unread("MATCH (o:Outlet)-->(a) OPTIONAL MATCH (o)-->(b) RETURN a, b", 2).empty());
    CHECK(unread("MATCH (o:Outlet)-->(a) OPTIONAL MATCH (a)-->(b) RETURN a, b", 2) == Layout{"o"});
    CHECK(unread("MATCH (o:Outlet)-->(a) SET a.id = 1", 2).empty());
}

TEST_CASE("estimate rows") {
    const auto graph = press();
    const Parameters none;
    const std::string text = "MATCH (o:Outlet)-[:PUBLISHED]->(a) RETURN a LIMIT 1";
    const PlanContext context{graph, none, text, Procedures::standard()};
    const auto statement = grammar::parse(text);
    Plan plan = plan_query(std::get<grammar::Query>(statement->body), context);
    apply_rules(plan, context);
    CHECK(plan.rows <= 1);
    CHECK(plan.inputs[0].inputs[0].inputs[0].rows == 2);  // the outlets
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
