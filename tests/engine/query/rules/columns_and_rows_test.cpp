// Rules about what rows hold and how many there are.
#include <catch2/catch.hpp>

#include "apply_rule.hpp"
#include "engine/query/functions/function.hpp"
#include "engine/query/plan/plan_query.hpp"
#include "engine/query/procedures/procedures.hpp"
#include "engine/query/rules/rules.hpp"
#include "grammar/parse.hpp"
#include "grammar/tree/hidden_name.hpp"

using namespace hearsay;
using namespace hearsay::engine;
using hearsay::engine::test::apply;
using hearsay::engine::test::Lines;
using hearsay::engine::test::press;

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

TEST_CASE("drop unread columns") {
    const auto graph = press();
    const Parameters none;
    const auto unread = [&](std::string_view text, std::size_t depth) {
        const PlanContext context{graph, none, text, Procedures::standard(), builtins::Functions::standard()};
        const auto statement = grammar::parse(text);
        REQUIRE(statement);
        Plan top = plan_query(std::get<grammar::Query>(statement->body), context);
        apply_rules(top, context);
        const Plan* plan = &top;
        for (; depth > 0; --depth) plan = &plan->inputs[0];
        Layout names;
        for (std::size_t i = 0; i < plan->columns.size(); ++i) {
            if (!plan->unread.empty() && plan->unread[i] && !grammar::is_hidden(plan->columns[i]))
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
    const PlanContext context{graph, none, text, Procedures::standard(), builtins::Functions::standard()};
    const auto statement = grammar::parse(text);
    Plan plan = plan_query(std::get<grammar::Query>(statement->body), context);
    apply_rules(plan, context);
    CHECK(plan.rows <= 1);
    CHECK(plan.inputs[0].inputs[0].inputs[0].rows == 2);  // the outlets
}
