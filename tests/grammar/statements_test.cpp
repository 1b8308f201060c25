#include <catch2/catch.hpp>

#include "engine/claims/short_forms.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/keywords.hpp"
#include "tree_text.hpp"

using namespace hearsay::grammar;

namespace {

std::string tree(const std::string& text) {
    const auto statement = parse(text, hearsay::engine::claims::patterns());
    return statement ? tree_text(*statement) : render(statement.error(), text, "query");
}

}  // namespace

TEST_CASE("reading clauses", "[grammar]") {
    CHECK(tree("MATCH (n) RETURN n;") == "match (n) | return n");
    CHECK(tree("optional match (n:Moth:Insect {name: 'Luna'}), () where n.x return *") ==
          "optional match (n:Moth:Insect {name:\"Luna\"}), () where (.x n) | return *");
    CHECK(tree("UNWIND [1, 2] AS x RETURN DISTINCT x AS y, x + 1 ORDER BY y DESC, x ASC SKIP 1 LIMIT $n") ==
          "unwind [1 2] as x | return distinct x as y, (+ x 1) order y descending, x skip 1 limit $n");
    CHECK(tree("MATCH (n) WITH *, n.x AS x WHERE x > 1 RETURN x") ==
          "match (n) | with *, (.x n) as x where (x > 1) | return x");
    CHECK(tree("RETURN 1 AS x UNION RETURN 2 AS x UNION ALL RETURN 3 AS x") ==
          "return 1 as x | union | return 2 as x | union all | return 3 as x");
    CHECK(tree("CALL moth.list(1) YIELD name AS n, size WHERE size > 1 RETURN n") ==
          "call moth.list(1) yield name as n, size where (size > 1) | return n");
    CHECK(tree("CALL moth.list YIELD *") == "call moth.list yield *");
    CHECK(tree("EXPLAIN MATCH (n) RETURN n") == "explain match (n) | return n");
    CHECK(tree("profile RETURN 1") == "profile return 1");
    CHECK(tree("MATCH\xC2\xA0(n) // to the end\nRETURN n /* ; */ ;") == "match (n) | return n");
}

TEST_CASE("relationships", "[grammar]") {
    CHECK(tree("MATCH (a)-->(b)<--(c)--(d) RETURN 1") == "match (a)-[]->(b)<-[]-(c)-[]-(d) | return 1");
    CHECK(tree("MATCH (a)<-->(b) RETURN 1") == "match (a)-[]-(b) | return 1");
    CHECK(tree("MATCH p = (a)-[r:IN|:OUT|AT* {k: 1}]->(b) RETURN p") ==
          "match p = (a)-[r:IN:OUT:AT*.. {k:1}]->(b) | return p");
    CHECK(tree("MATCH ()-[*2]-()-[*1..3]-()-[*..3]-()-[*1..]-()-[*0]-() RETURN 1") ==
          "match ()-[*2..2]-()-[*1..3]-()-[*..3]-()-[*1..]-()-[*0..0]-() | return 1");
    CHECK(tree("MATCH p = shortestPath((a)-[:T*]-(b)), q = allShortestPaths((a)-[*]-(b)) RETURN p") ==
          "match p = shortest (a)-[:T*..]-(b), q = all-shortest (a)-[*..]-(b) | return p");
    CHECK(tree("MATCH ((a)-->(b)) RETURN a") == "match (a)-[]->(b) | return a");
    CHECK(tree("MATCH (a $p)-[$q]-() RETURN a") == "match (a $p)-[ $q]-() | return a");
}

TEST_CASE("updating clauses", "[grammar]") {
    CHECK(tree("CREATE (a:Moth)-[:EATS]->(b)") == "create (a:Moth)-[:EATS]->(b)");
    CHECK(tree("MERGE (a) ON CREATE SET a.x = 1 ON MATCH SET a.y = 2, a:Moth") ==
          "merge (a) on create (.x a) = 1 on match (.y a) = 2, a:Moth");
    CHECK(tree("MATCH (a) SET a = {x: 1}, a += $p, a.b.c = 1, (a).d = 2, a:X:Y") ==
          "match (a) | set a = {x:1}, a += $p, (.c (.b a)) = 1, (.d a) = 2, a:X:Y");
    CHECK(tree("MATCH (a) REMOVE a.x, a:Moth RETURN a") == "match (a) | remove (.x a), a:Moth | return a");
    CHECK(tree("MATCH (a) DETACH DELETE a, a.x") == "match (a) | detach delete a, (.x a)");
    CHECK(tree("FOREACH (x IN [1] | CREATE ({v: x}) SET x.y = 1)") ==
          "foreach x in [1] (create ( {v:x}) set (.y x) = 1)");
}

TEST_CASE("short forms", "[grammar]") {
    CHECK(tree("WHO CLAIMS 'the moth'") == "who-claims \"the moth\"");
    CHECK(tree("who denies $words;") == "who-denies $words");
    CHECK(tree("WHAT DOES 'Luna' CLAIM") == "what-does \"Luna\" claim");
    CHECK(tree("WHAT DOES 'Luna' DENY ABOUT 'the lamp'") == "what-does \"Luna\" deny about \"the lamp\"");
    CHECK(tree("CONTESTED ABOUT \"the lamp\"") == "contested-about \"the lamp\"");
    CHECK(tree("TIMELINE OF 'Luna'") == "timeline-of \"Luna\"");
    CHECK(tree("PATH FROM 'Luna' TO $other") == "path-from \"Luna\" to $other");
    CHECK(tree("EXPLAIN TRACE 42") == "explain trace 42");
    CHECK(tree("TRACE $id") == "trace $id");
    CHECK(tree("MATCH (path) WITH path AS who RETURN who.claims") ==
          "match (path) | with path as who | return (.claims who)");
}

TEST_CASE("commands about indexes", "[grammar]") {
    CHECK(tree("CREATE INDEX wings FOR (m:Moth) ON (m.span)") == "create index wings for Moth on span");
    CHECK(tree("create range index if not exists for (m:Moth) on (m . `wing span`);") ==
          "create index if not exists for Moth on wing span");
    CHECK(tree("CREATE TEXT INDEX `for` IF NOT EXISTS FOR (m:Moth) ON (m.text)") ==
          "create text index for if not exists for Moth on text");
    CHECK(tree("CREATE INDEX FOR (m:Moth) ON (m.span)") == "create index for Moth on span");
    CHECK(tree("DROP INDEX wings") == "drop index wings");
    CHECK(tree("EXPLAIN DROP INDEX wings IF EXISTS") == "explain drop index wings if exists");
    CHECK(tree("SHOW INDEXES") == "show indexes");
    CHECK(tree("show all index") == "show indexes");
    CHECK(tree("SHOW TEXT INDEXES") == "show text indexes");
    // The words are no reserved ones.
    CHECK(tree("CREATE index = (show:Range {text: 1})") == "create index = (show:Range {text:1})");
    CHECK(tree("MATCH (if) WITH if AS for RETURN for.drop") ==
          "match (if) | with if as for | return (.drop for)");
}

TEST_CASE("keywords are known without case", "[grammar]") {
    CHECK(is_keyword("match"));
    CHECK(is_keyword("Claims"));
    CHECK_FALSE(is_keyword("moth"));
    CHECK_FALSE(is_keyword(""));
    CHECK(is_reserved("where"));
    CHECK_FALSE(is_reserved("claims"));
    for (std::string_view word : reserved_words) CHECK(is_keyword(word));
}
