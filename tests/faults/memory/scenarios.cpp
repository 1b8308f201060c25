// What is tried with allocations that fail.
#include "tests/faults/memory/campaign.hpp"
#include "tests/faults/memory/session_trial.hpp"

namespace hearsay::faults {
namespace {

const std::vector<std::string>& small_graph() {
    static const std::vector<std::string> all = {
        "CREATE (:Person {name: 'Hanna', age: 40, tags: ['a', 'b']}), (:Person {name: 'Ivan', age: 41.5}), "
        "(:Person:Mayor {name: 'Jane', born: date('1970-01-02')}), (:Town {name: 'Anderton', size: 3}), "
        "({name: "
        "'nobody'})",
        "MATCH (a:Person), (t:Town) CREATE (a)-[:LIVES_IN {since: 1999}]->(t)",
        "MATCH (a:Person), (b:Person) WHERE a.name < b.name CREATE (a)-[:KNOWS {how: 'long'}]->(b)",
        "MATCH (a:Mayor) CREATE (a)-[:KNOWS]->(a)",
        "UNWIND range(1, 20) AS i CREATE (:Item {n: i, text: 'an item of number ' + toString(i)})",
        "MATCH (a:Item), (b:Item) WHERE b.n = a.n + 1 CREATE (a)-[:NEXT {cost: a.n}]->(b)",
        "CREATE INDEX person_name FOR (p:Person) ON (p.name)",
        "CREATE TEXT INDEX item_text FOR (i:Item) ON (i.text)",
    };
    return all;
}

// Rows that are so long that changes wait, and so many changes that rows are merged.
const std::vector<std::string>& hub_graph() {
    static const std::vector<std::string> all = {
        "CREATE (:Hub {name: 'centre'})",
        "MATCH (h:Hub) UNWIND range(1, 400) AS i CREATE (:Leaf {n: i})-[:AT {n: i}]->(h)",
        "MATCH (h:Hub), (l:Leaf) WHERE l.n <= 300 CREATE (h)-[:TO]->(l)",
    };
    return all;
}

}  // namespace

std::vector<Scenario> scenarios() {
    std::vector<Scenario> all;
    const auto small = [&](const char* name, const char* statement, Begin begin = Begin::Warm) {
        all.push_back(session_scenario(name, small_graph(), statement, begin, 149));
    };
    small("create a node", "CREATE (n:Fresh:Person {name: 'Karl', weight: 1.5, fresh: true}) RETURN n");
    small("create a node, cold", "CREATE (n:Fresh:Person {name: 'Karl', weight: 1.5, fresh: true}) RETURN n",
          Begin::Cold);
    small("create a path", "CREATE p = (:A {x: 1})-[:R {y: 'an'}]->(:B)<-[:S]-(:A:C) RETURN p");
    small("create from rows",
          "UNWIND range(1, 70) AS i CREATE (a:Item:Even {n: i, text: 'man ' + toString(i)})-[:NEXT]->(b:Odd "
          "{m: i})");
    small("merge what is there",
          "MERGE (n:Person {name: 'Ivan'}) ON MATCH SET n.seen = true, n:Seen RETURN n.name");
    small("merge what is not",
          "MERGE (n:Person:Guest {name: 'Lena'}) ON CREATE SET n.seen = date('2020-02-03') RETURN labels(n)");
    small("merge a path", "MATCH (t:Town) MERGE (t)<-[:VISITS]-(:Guest {name: 'Olga'}) RETURN t.name");
    small("set labels", "MATCH (n:Person) SET n:Adult:Voter:Town RETURN n.name, labels(n)");
    small("set properties",
          "MATCH (n:Person) SET n.name = n.name + 'a', n.age = 'old', n.note = 'an' RETURN n.age");
    small("set all properties", "MATCH (n:Item) SET n = {n: 'text', text: 'another', list: [n.n]}");
    small("set properties of relationships",
          "MATCH ()-[r:KNOWS]->() SET r.how = 5, r += {until: date('2001-01-01')}");
    small("remove", "MATCH (n:Person) REMOVE n:Mayor, n.name, n.born, n:Person");
    small("delete relationships", "MATCH (:Item)-[r:NEXT]->() DELETE r");
    small("delete and create",
          "MATCH (a:Person)-[r:KNOWS]->(b) WITH a, b, r, r.how AS how DELETE r CREATE (a)-[:KNEW {how: "
          "how}]->(b), "
          "(a)-[:KNOWS]->(a)");
    small("detach delete", "MATCH (n:Person) DETACH DELETE n");
    small("delete and merge",
          "MATCH (n:Mayor) DETACH DELETE n MERGE (m:Mayor:Person {name: 'Jane'}) RETURN m.name");
    small("foreach",
          "MATCH (p:Person) FOREACH (i IN range(1, 4) | CREATE (p)-[:OWNS]->(:Item {n: i}) SET p.n = i)");
    small("make an index", "CREATE INDEX item_n FOR (i:Item) ON (i.n)");
    small("make an index, cold", "CREATE INDEX item_n FOR (i:Item) ON (i.n)", Begin::Cold);
    small("make a text index", "CREATE TEXT INDEX person_text FOR (p:Person) ON (p.name)", Begin::Cold);
    small("drop an index", "DROP INDEX person_name");
    small("show indexes", "SHOW INDEXES");

    small("look up", "MATCH (p:Person {name: 'Jane'})-[r]->(t) RETURN p, r, t.name ORDER BY t.name",
          Begin::Cold);
    small("look up words", "MATCH (i:Item) WHERE i.text CONTAINS 'number 1' RETURN i.n ORDER BY i.n",
          Begin::Cold);
    small("look up a range", "MATCH (p:Person) WHERE p.name > 'I' RETURN p.name ORDER BY p.name LIMIT 2",
          Begin::Cold);
    small(
        "aggregate",
        "MATCH (i:Item) WITH i.n % 3 AS rest, i RETURN rest, count(*), sum(i.n), collect(i.text), avg(i.n), "
        "count(DISTINCT i.n) ORDER BY rest DESC");
    small("walk", "MATCH p = (a:Item {n: 1})-[:NEXT*1..5]->(b) RETURN length(p), [x IN nodes(p) | x.n], b.n");
    small("shortest path", "MATCH p = shortestPath((a:Item {n: 2})-[:NEXT*]->(b:Item {n: 15})) RETURN p");
    small(
        "subqueries",
        "MATCH (p:Person) WHERE EXISTS { (p)-[:KNOWS]->(:Person) } RETURN p.name, COUNT { (p)-->() } AS out, "
        "p {.name, .age} ORDER BY out, p.name");
    small("optional and union",
          "MATCH (p:Person) OPTIONAL MATCH (p)-[:LIVES_IN]->(t:Nowhere) RETURN p.name AS n, t UNION MATCH "
          "(t:Town) "
          "RETURN t.name AS n, t");
    small("procedures",
          "CALL graph.pagerank() YIELD node, score RETURN node.name, score > 0 ORDER BY node.name");
    small(
        "texts",
        "UNWIND ['Anna', 'Ünal'] AS t RETURN toUpper(t), split(t, 'n'), replace(t, 'a', 'bb'), t =~ '.*a.*'");
    small("dates",
          "RETURN date('2020-01-01') + duration('P1M2DT3H'), datetime('2020-01-01T10:00:00+02:00') AS t");
    small("explain", "EXPLAIN MATCH (p:Person {name: 'x'})-[:KNOWS*1..2]->(q) RETURN q.name, count(*)");
    small("profile", "PROFILE MATCH (p:Person)-[:KNOWS]->(q) RETURN q.name, count(*)");
    small("a short form", "WHO CLAIMS 'the bridge holds'");

    const auto hub = [&](const char* name, const char* statement) {
        all.push_back(session_scenario(name, hub_graph(), statement, Begin::Warm, 2503));
    };
    hub("change a long row",
        "MATCH (l:Leaf)-[r:AT]->(h:Hub) WHERE l.n % 40 = 7 DELETE r CREATE (l)-[:AT {n: 0}]->(h)");
    hub("merge rows", "MATCH (h:Hub) UNWIND range(1, 1100) AS i CREATE (h)-[:AT]->(h)");
    hub("delete a hub", "MATCH (h:Hub) DETACH DELETE h");
    return all;
}

}  // namespace hearsay::faults
