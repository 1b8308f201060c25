// What is not in the language is refused where it stands, and what is advised instead works: it is run here.
#include <catch2/catch.hpp>
#include <string>

#include "engine/claims/language.hpp"
#include "engine/query/statement/run_query.hpp"
#include "grammar/text/diagnostic.hpp"

using namespace hearsay;

namespace {

struct Case {
    const char* wrong;   // what people write
    const char* at;      // what the caret and the tildes stand under
    const char* advice;  // part of what is said then
    const char* works;   // a statement that follows the advice
    int rows;            // that it gives on the graph below
};

const Case cases[] = {
    // constraints and indexes
    {"CREATE CONSTRAINT c IF NOT EXISTS FOR (p:Person) REQUIRE p.name IS UNIQUE", "CREATE CONSTRAINT",
     "MERGE (p:Person {name: 1})", "MERGE (p:Person {name: 1})", 0},
    {"CREATE CONSTRAINT FOR (p:Person) REQUIRE p.name IS UNIQUE", "CREATE CONSTRAINT",
     "MERGE (p:Person {name: 1})", "MERGE (p:Person {name: 1})", 0},
    {"DROP CONSTRAINT c", "DROP CONSTRAINT", "`SHOW INDEXES`", "SHOW INDEXES", 0},
    {"SHOW CONSTRAINTS", "SHOW CONSTRAINTS", "`SHOW INDEXES`", "SHOW INDEXES", 0},
    {"SHOW DATABASES", "SHOW DATABASES", "`SHOW INDEXES`", "SHOW INDEXES", 0},
    {"CREATE FULLTEXT INDEX names FOR (n:Person|Place) ON EACH [n.name, n.age]", "CREATE FULLTEXT INDEX",
     "`CREATE TEXT INDEX FOR (n:Person) ON (n.name)`", "CREATE TEXT INDEX FOR (n:Person) ON (n.name)", 0},
    {"CREATE POINT INDEX FOR (n:Place) ON (n.where)", "CREATE POINT INDEX",
     "`CREATE INDEX FOR (n:Place) ON (n.where)`", "CREATE INDEX FOR (n:Place) ON (n.where)", 0},
    {"CREATE VECTOR INDEX v FOR (n:Person) ON (n.name) OPTIONS {}", "CREATE VECTOR INDEX",
     "`about(n, 'words')`", "MATCH (n:Note) WHERE about(n, 'bridges') RETURN n", 0},
    {"CREATE LOOKUP INDEX FOR (n) ON EACH labels(n)", "CREATE LOOKUP INDEX", "leave it out",
     "MATCH (n:Person) RETURN n", 3},
    {"CREATE INDEX ON :Person(name)", "ON :", "`CREATE INDEX FOR (n:Person) ON (n.name)`",
     "CREATE INDEX FOR (n:Person) ON (n.name)", 0},
    {"CREATE INDEX FOR (n:Person) ON EACH [n.name]", "EACH", "`CREATE INDEX FOR (n:Person) ON (n.name)`",
     "CREATE INDEX FOR (n:Person) ON (n.name)", 0},
    {"CREATE INDEX FOR (n:Person) ON (n.name) OPTIONS {}", "OPTIONS",
     "`CREATE INDEX FOR (n:Person) ON (n.name)`", "CREATE INDEX FOR (n:Person) ON (n.name)", 0},
    {"CREATE INDEX FOR (n:Person) ON (n.name, n.age)", ",",
     "`CREATE INDEX FOR (n:Person) ON (n.name)`, `CREATE INDEX FOR (n:Person) ON (n.age)`",
     "CREATE INDEX FOR (n:Person) ON (n.age)", 0},
    {"CREATE INDEX FOR (n:Person|Place) ON (n.name)", "|", "`CREATE INDEX FOR (n:Place) ON (n.name)`",
     "CREATE INDEX FOR (n:Place) ON (n.name)", 0},
    {"CREATE INDEX FOR ()-[r:KNOWS]-() ON (r.since)", "[r:KNOWS]", "found from the nodes at their ends",
     "MATCH (:Person {name: 'Ada'})-[r:KNOWS {since: 1}]-() RETURN r", 1},
    {"DROP INDEX ON :Person(name)", "ON", "`DROP INDEX name IF EXISTS`", "DROP INDEX name IF EXISTS", 0},
    // labels
    {"MATCH (n:!Place) RETURN n", "!", "`MATCH (n) WHERE NOT n:Place`",
     "MATCH (n) WHERE NOT n:Place RETURN n", 3},
    {"MATCH (n:Person|Place {name: 'Ada'}) RETURN n", "|",
     "`MATCH (n {name: 'Ada'}) WHERE n:Person OR n:Place`",
     "MATCH (n {name: 'Ada'}) WHERE n:Person OR n:Place RETURN n", 1},
    {"MATCH (n:Person&Chief) RETURN n", "&", "`(n:Person:Chief)`", "MATCH (n:Person:Chief) RETURN n", 1},
    {"MATCH (n:(Person|Place)) RETURN n", "(", "`MATCH (n) WHERE n:Person OR n:Place`",
     "MATCH (n) WHERE n:Person OR n:Place RETURN n", 4},
    {"MATCH (n) WHERE n:!Place RETURN n", "!", "`NOT n:Place`", "MATCH (n) WHERE NOT n:Place RETURN n", 3},
    {"MATCH (n) WHERE n:Person|Place RETURN n", "|", "`(n:Person OR n:Place)`",
     "MATCH (n) WHERE (n:Person OR n:Place) RETURN n", 4},
    {"MATCH (n) WHERE n:Person&Chief RETURN n", "&", "`n:Person:Chief`",
     "MATCH (n) WHERE n:Person:Chief RETURN n", 1},
    {"MATCH (n:%) RETURN n", "%", "`(n)`", "MATCH (n) RETURN n", 4},
    {"MATCH ()-[r:!KNOWS]->() RETURN r", "!", "`MATCH ()-[r]->() WHERE type(r) <> 'KNOWS' RETURN r`",
     "MATCH ()-[r]->() WHERE type(r) <> 'KNOWS' RETURN r", 1},
    {"MATCH (n) WHERE n IS LABELED Place RETURN n", "IS LABELED", "`n:Place`",
     "MATCH (n) WHERE n:Place RETURN n", 1},
    {"MATCH (n) WHERE n IS NOT LABELED Place RETURN n", "IS NOT LABELED", "`NOT n:Place`",
     "MATCH (n) WHERE NOT n:Place RETURN n", 3},
    {"MATCH (n IS Place) RETURN n", "IS", "`(n:Place)`", "MATCH (n:Place) RETURN n", 1},
    {"CREATE (n:A|B)", "|", "`(n:A:B)`", "CREATE (n:A:B)", 0},
    // patterns
    {"MATCH ((a)-[:KNOWS]->(b)){1,3} RETURN b", "((a)-[:KNOWS]->(b)){1,3}", "`(a)-[:KNOWS*1..3]->(b)`",
     "MATCH (a)-[:KNOWS*1..3]->(b) RETURN b", 3},
    {"MATCH (x {name: 'Ada'}) ((a)-[r:KNOWS]->(b)){2} (y) RETURN y", "((a)-[r:KNOWS]->(b)){2}",
     "`(x {name: 'Ada'})-[r:KNOWS*2]->(y)`", "MATCH (x {name: 'Ada'})-[r:KNOWS*2]->(y) RETURN y", 1},
    {"MATCH (x)((a)-[:KNOWS]->(b)-[:KNOWS]->(c)){1,3}(y) RETURN y", "((a)-[:KNOWS]->(b)-[:KNOWS]->(c)){1,3}",
     "`(a)-[*1..3]->(b)`", "MATCH p = (a)-[*1..3]->(b) WHERE all(n IN nodes(p) WHERE n.id > 0) RETURN p", 0},
    {"MATCH (a)-[:KNOWS]->+(b) RETURN b", "+", "`-[:KNOWS*]->`", "MATCH (a)-[:KNOWS*]->(b) RETURN b", 3},
    {"MATCH (a)-[]->+(b) RETURN b", "+", "`-[*]->`", "MATCH (a)-[*]->(b) RETURN b", 6},
    {"MATCH (a)-[r:KNOWS]->{1,3}(b) RETURN b", "{1,3}", "`-[r:KNOWS*1..3]->`",
     "MATCH (a)-[r:KNOWS*1..3]->(b) RETURN b", 3},
    {"MATCH (a)<-[:KNOWS {since: 1}]-{,2}(b) RETURN b", "{,2}", "`<-[:KNOWS*0..2 {since: 1}]-`",
     "MATCH (a)<-[:KNOWS*0..2 {since: 1}]-(b) RETURN b", 5},
    {"MATCH (a)-->{2}(b) RETURN b", "{2}", "`-[*2]->`", "MATCH (a)-[*2]->(b) RETURN b", 2},
    {"MATCH p = SHORTEST 1 (a)-->+(b) RETURN p", "SHORTEST",
     "`MATCH p = shortestPath((a)-[*]->(b)) RETURN p`", "MATCH p = shortestPath((a)-[*]->(b)) RETURN p", 6},
    {"MATCH p = ALL SHORTEST (a)-->+(b) RETURN p", "ALL SHORTEST",
     "`MATCH p = allShortestPaths((a)-[*]->(b)) RETURN p`",
     "MATCH p = allShortestPaths((a)-[*]->(b)) RETURN p", 6},
    {"MATCH (a:Place), (b:Chief) RETURN shortestPath((a)-[*]-(b))", "shortestPath((a)-[*]-(b))",
     "`MATCH p = shortestPath((a)-[*]-(b))`",
     "MATCH (a:Place), (b:Chief) MATCH p = shortestPath((a)-[*]-(b)) RETURN p", 1},
    {"MATCH (a:Place), (b:Chief) RETURN length(allShortestPaths((a)-[*]-(b)))",
     "allShortestPaths((a)-[*]-(b))", "`MATCH p = allShortestPaths((a)-[*]-(b))`",
     "MATCH (a:Place), (b:Chief) MATCH p = allShortestPaths((a)-[*]-(b)) RETURN length(p)", 1},
    {"MATCH (n WHERE n.age > 30) RETURN n", "WHERE", "`MATCH (n) WHERE n.age > 30`",
     "MATCH (n) WHERE n.age > 30 RETURN n", 2},
    {"MATCH n RETURN n", "n", "`(n)`", "MATCH (n) RETURN n", 4},
    {"CREATE n:Person", "n", "`(n:Person)`", "CREATE (n:Person)", 0},
    {"MATCH (a)->(b) RETURN a", "->", "`-->`", "MATCH (a)-->(b) RETURN a", 3},
    // clauses
    {"LET x = 1 RETURN x", "LET", "`WITH 1 AS x`", "WITH 1 AS x RETURN x", 1},
    {"MATCH (n) LET x = n.age * 2 RETURN x", "LET", "`WITH *, n.age * 2 AS x`",
     "MATCH (n) WITH *, n.age * 2 AS x RETURN x", 4},
    {"MATCH (n) FILTER n.age > 30 RETURN n", "FILTER", "`WITH * WHERE n.age > 30`",
     "MATCH (n) WITH * WHERE n.age > 30 RETURN n", 2},
    {"FOR x IN [1, 2] RETURN x", "FOR x IN", "`UNWIND [1, 2] AS x`", "UNWIND [1, 2] AS x RETURN x", 2},
    {"RETURN 1 AS x NEXT RETURN x", "NEXT", "`WITH 1 AS x RETURN x + 1`", "WITH 1 AS x RETURN x + 1", 1},
    {"INSERT (:Person {name: 'Eve'})", "INSERT", "`CREATE`", "CREATE (:Person {name: 'Eve'})", 0},
    {"CALL { MATCH (n) RETURN n } RETURN n", "CALL {",
     "`MATCH (n) WITH n MATCH (n)-->(m) RETURN n, count(m)`",
     "MATCH (n) WITH n MATCH (n)-->(m) RETURN n, count(m)", 3},
    {"MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m } RETURN n", "CALL (n) {",
     "`COLLECT { MATCH (n)-->(m) RETURN m }`", "MATCH (n) RETURN COLLECT { MATCH (n)-->(m) RETURN m }", 4},
    {"MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS OF 10 ROWS", "CALL {",
     "`UNWIND range(1, 3) AS x CREATE (:Label {id: x})`", "UNWIND range(1, 3) AS x CREATE (:Label {id: x})",
     0},
    {"LOAD CSV WITH HEADERS FROM 'x' AS row RETURN row", "LOAD CSV",
     "`UNWIND [{id: 1}] AS row CREATE (n:Label) SET n = row`",
     "UNWIND [{id: 1}] AS row CREATE (n:Label) SET n = row", 0},
    {"USING PERIODIC COMMIT LOAD CSV FROM 'x' AS row RETURN row", "USING PERIODIC COMMIT", "leave it out",
     "RETURN 1", 1},
    {"USE neo4j MATCH (n) RETURN n", "USE", "leave it out", "MATCH (n) RETURN n", 4},
    {":param x 1", ":param", "a line of its own", "RETURN 1", 1},
    {"FOREACH x IN [1] CREATE (:A)", "x", "`FOREACH (x IN [1, 2] | CREATE (:Label {id: x}))`",
     "FOREACH (x IN [1, 2] | CREATE (:Label {id: x}))", 0},
    {"MATCH (n) RETURN n.name AS end", "end", "in back-quotes it is a name: `end`",
     "MATCH (n) RETURN n.name AS `end`", 4},
    {"MATCH (n) RETURN n.name AS 'a name'", "'a name'", "AS `a name`", "MATCH (n) RETURN n.name AS `a name`",
     4},
    // operators and tests
    {"RETURN 'a' || 'b'", "||", "`'a' + 'b'`", "RETURN 'a' + 'b'", 1},
    {"MATCH (n) WHERE n.age = 36 || n.age = 41 RETURN n", "||", "`OR`",
     "MATCH (n) WHERE n.age = 36 OR n.age = 41 RETURN n", 2},
    {"MATCH (n) WHERE n.age = 36 && n.name = 'Ada' RETURN n", "&&", "`AND`",
     "MATCH (n) WHERE n.age = 36 AND n.name = 'Ada' RETURN n", 1},
    {"MATCH (n) WHERE n.age != 36 RETURN n", "!=", "`n.age <> 36`", "MATCH (n) WHERE n.age <> 36 RETURN n",
     2},
    {"MATCH (n) WHERE n.age == 36 RETURN n", "==", "`n.age = 36`", "MATCH (n) WHERE n.age = 36 RETURN n", 1},
    {"MATCH (n) WHERE !exists(n.age) RETURN n", "!", "`NOT exists(n.age)`",
     "MATCH (n) WHERE NOT exists(n.age) RETURN n", 1},
    {"MATCH (n) WHERE n.name ~ 'A.*' RETURN n", "~", "`n.name =~ 'A.*'`",
     "MATCH (n) WHERE n.name =~ 'A.*' RETURN n", 1},
    {"MATCH (n) WHERE n.name IS :: STRING RETURN n", "IS :: STRING", "`toStringOrNull(n.name) = n.name`",
     "MATCH (n) WHERE toStringOrNull(n.name) = n.name RETURN n", 4},
    {"MATCH (n) WHERE n.age IS TYPED INTEGER RETURN n", "IS TYPED INTEGER",
     "toIntegerOrNull(n.age) = n.age AND",
     "UNWIND [1, 1.0, '1', true, [1], null] AS x WITH x WHERE toIntegerOrNull(x) = x AND toStringOrNull(x) = "
     "toStringOrNull(toIntegerOrNull(x)) RETURN x",
     1},
    {"MATCH (n) WHERE n.age IS NOT TYPED FLOAT RETURN n", "IS NOT TYPED FLOAT",
     "NOT coalesce(toFloatOrNull(n.age)",
     "UNWIND [1, 1.0, 1e20, 1.5, '1.5', true, [1], null] AS x WITH x WHERE NOT coalesce(toFloatOrNull(x) = x "
     "AND "
     "toStringOrNull(x) <> coalesce(toStringOrNull(toIntegerOrNull(x)), ''), false) RETURN x",
     5},
    {"MATCH (n) WHERE n.age NOT IN [36] RETURN n", "NOT IN", "`NOT n.age IN [36]`",
     "MATCH (n) WHERE NOT n.age IN [36] RETURN n", 2},
    {"MATCH (n) RETURN size((n)-->())", "(n)-->()", "`COUNT { (n)-->() }`",
     "MATCH (n) RETURN COUNT { (n)-->() }", 4},
    {"RETURN '\\d+'", "d", "`'\\\\d+'`", "RETURN '\\\\d+'", 1},
    {"RETURN true ? 1 : 2", "?", "`CASE WHEN true THEN 1 ELSE 2 END`",
     "RETURN CASE WHEN true THEN 1 ELSE 2 END", 1},
    {"MATCH (n) WHERE n.name = Ada RETURN n", "Ada", "`'Ada'`", "MATCH (n) WHERE n.name = 'Ada' RETURN n", 1},
    {"RETURN $who", "$who", "`:param who VALUE`", "RETURN 1", 1},
    {"WHO CLAIMS tanks", "tanks", "`'tanks'`", "WHO CLAIMS 'tanks'", 0},
    {"RETURN {'a': 1}", "'a'", "`{a: 1}`", "RETURN {a: 1}", 1},
    {"CREATE (:Person {name = 'Eve'})", "=", "`{name: 'Eve'}`", "CREATE (:Person {name: 'Eve'})", 0},
    {"MATCH (n) RETURN n -- all of them", "--", "`RETURN 1 // up to the end of the line`",
     "RETURN 1 // up to the end of the line", 1},
    // SQL
    {"SELECT p.name FROM Person p", "SELECT", "`MATCH (p:Person) RETURN p.name`",
     "MATCH (p:Person) RETURN p.name", 3},
    {"SELECT * FROM Person", "SELECT", "`MATCH (n:Person) RETURN n`", "MATCH (n:Person) RETURN n", 3},
    {"MATCH (n) WHERE n.name LIKE 'A%' RETURN n", "LIKE", "`n.name STARTS WITH 'A'`",
     "MATCH (n) WHERE n.name STARTS WITH 'A' RETURN n", 1},
    {"MATCH (n) WHERE n.name NOT LIKE '%d%' RETURN n", "NOT LIKE", "`NOT n.name CONTAINS 'd'`",
     "MATCH (n) WHERE NOT n.name CONTAINS 'd' RETURN n", 3},
    {"MATCH (n) WHERE n.name LIKE 'A_a' RETURN n", "LIKE", "`n.name =~ 'A.a'`",
     "MATCH (n) WHERE n.name =~ 'A.a' RETURN n", 1},
    {"MATCH (n) RETURN n.age, count(*) GROUP BY n.age", "GROUP BY", "`MATCH (n) RETURN labels(n), count(*)`",
     "MATCH (n) RETURN labels(n), count(*)", 3},
    {"MATCH (n) RETURN n, count(*) AS c HAVING c > 1", "HAVING",
     "`MATCH (n)--(m) WITH n, count(m) AS c WHERE c > 1 RETURN n, c`",
     "MATCH (n)--(m) WITH n, count(m) AS c WHERE c > 1 RETURN n, c", 2},
    {"MATCH (n) RETURN n LIMIT 1, 2", "LIMIT 1, 2", "`SKIP 1 LIMIT 2`", "MATCH (n) RETURN n SKIP 1 LIMIT 2",
     2},
    {"MATCH (n) RETURN n LIMIT 2 OFFSET 1", "OFFSET", "`SKIP 1`", "MATCH (n) RETURN n SKIP 1 LIMIT 2", 2},
    {"MATCH (n) WHERE n.age IN (36, 41) RETURN n", "(", "`n.age IN [36, 41]`",
     "MATCH (n) WHERE n.age IN [36, 41] RETURN n", 2},
    {"MATCH (n) WHERE n.age BETWEEN 30 AND 40 RETURN n", "BETWEEN", "`30 <= n.age <= 40`",
     "MATCH (n) WHERE 30 <= n.age <= 40 RETURN n", 1},
    {"INSERT INTO Person (name) VALUES ('Eve')", "INSERT INTO", "`CREATE (:Person {name: 'text'})`",
     "CREATE (:Person {name: 'text'})", 0},
    {"UPDATE Person SET name = 'Eve'", "UPDATE", "`MATCH (n:Person {id: 1}) SET n.name = 'text'`",
     "MATCH (n:Person {id: 1}) SET n.name = 'text'", 0},
    {"DELETE FROM Person WHERE id = 1", "DELETE FROM", "`MATCH (n:Person {id: 1}) DETACH DELETE n`",
     "MATCH (n:Person {id: 1}) DETACH DELETE n", 0},
    {"MATCH (n) DELETE n WHERE n.age = 36", "WHERE",
     "`MATCH (n)-->(m) WITH n, count(m) AS c WHERE c > 1 RETURN n, c`",
     "MATCH (n)-->(m) WITH n, count(m) AS c WHERE c > 1 RETURN n, c", 0},
    {"RETURN lower('A')", "lower", "`toLower('Text')`", "RETURN toLower('Text')", 1},
    {"RETURN nvl(null, 1)", "nvl", "`coalesce(null, 1)`", "RETURN coalesce(null, 1)", 1},
};

graphs::PropertyGraph people() {
    graphs::PropertyGraph graph;
    REQUIRE(engine::run_query(
        graph,
        "CREATE (:Person {name: 'Ada', age: 36})-[:KNOWS {since: 1}]->(:Person:Chief {name: 'Ben', "
        "age: 41})-[:KNOWS {since: 2}]->(:Person {name: 'Cy', age: 20})-[:AT]->(:Place {name: "
        "'Elm'})"));
    graph.accept();
    return graph;
}

}  // namespace

TEST_CASE("what is not in the language is refused where it stands, with advice that works") {
    engine::QueryOptions options;
    options.language = &engine::claims_language();
    for (const Case& c : cases) {
        INFO(c.wrong);
        auto graph = people();
        const auto refused = engine::run_query(graph, c.wrong, options);
        REQUIRE_FALSE(refused);
        const grammar::Diagnostic& error = refused.error().front();
        INFO(grammar::render(error, c.wrong, "query"));
        CHECK(std::string_view(c.wrong).substr(error.span.begin, error.span.end - error.span.begin) == c.at);
        CHECK(error.suggestion.find(c.advice) != std::string::npos);
        const auto worked = engine::run_query(graph, c.works, options);
        if (!worked) FAIL_CHECK(c.works << ": " << worked.error().front().message);
        if (worked) CHECK(worked->rows.size() == static_cast<std::size_t>(c.rows));
    }
}

TEST_CASE("what people of other Cyphers write and works here is not refused") {
    for (const char* text :
         {"MATCH (n) WHERE exists(n.age) RETURN n", "MATCH (n) RETURN elementId(n)",
          "MATCH (n) WHERE n.age IS NOT NULL RETURN n", "MATCH (filter) RETURN filter",
          "WITH 1 AS use, 2 AS next, 3 AS `for` RETURN use + next AS select",
          "MATCH (like:Place) RETURN like.name AS between", "CREATE (fulltext), (point), (constraint)",
          "CREATE CONSTRAINT = (n)", "MATCH (insert)-->(select) RETURN insert, select"}) {
        INFO(text);
        auto graph = people();
        const auto result = engine::run_query(graph, text);
        if (!result) FAIL_CHECK(grammar::render(result.error().front(), text, "query"));
    }
}
