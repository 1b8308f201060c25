// Three mistakes of the reading, put right by hand.
// Run it on a copy:  build/release/repl/hearsay run my-copy.hearsay examples/border-raid/corrections.cypher

:echo on

// 1. A headline says "Groups"; the report names them. What "Groups" claims is moved to the two, with its evidence.
MATCH (:Actor {name: 'Groups'})-[wrong:CLAIMS]->(s:Statement {article: '1-epoch-times'}), (right:Organisation)
WHERE right.name IN ['Freedom of Russia Legion', 'Siberian Battalion']
CREATE (right)-[said:CLAIMS]->(s)
SET said = properties(wrong)
DELETE wrong;

WHO CLAIMS 'raided two regions';

// 2. One man, two nodes. What leads to the one and from it is given to the other, who gets its name as well.
MATCH (one:Actor {name: 'Putin'})<-[old:MENTIONS]-(page), (man:Actor {name: 'Vladimir Putin'})
MERGE (page)-[:MENTIONS]->(man)
DELETE old;

// So would his claims, had he any; DENIES and ATTRIBUTES likewise.
MATCH (one:Actor {name: 'Putin'})-[old:CLAIMS]->(s), (man:Actor {name: 'Vladimir Putin'})
CREATE (man)-[new:CLAIMS]->(s)
SET new = properties(old)
DELETE old;

MATCH (one:Actor {name: 'Putin'}), (man:Actor {name: 'Vladimir Putin'})
SET man.aliases = coalesce(man.aliases, []) + one.name + coalesce(one.aliases, [])
DELETE one;

MATCH (man:Actor)<-[:MENTIONS]-(s:Statement)
WHERE named(man, 'Putin')
RETURN man.name AS man, man.aliases AS aliases, count(s) AS statements;

// 3. A clause that was taken for a statement of its own.
MATCH (s:Statement {text: 'which it blamed Ukraine'})
DETACH DELETE s;

WHO CLAIMS 'blamed Ukraine';

// The evidence of what was moved is what it was.
MATCH (:Organisation {name: 'Siberian Battalion'})-[said:CLAIMS]->(s:Statement {article: '1-epoch-times'})
RETURN s.text AS statement, said.cue AS cue, said.source_text AS `said as`
ORDER BY s.begin;
