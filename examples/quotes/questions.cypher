// Who is quoted most, and by how many outlets?
MATCH (o:Outlet)-[q:QUOTES]->(a:Actor)
RETURN a.name AS who, a.role AS role, sum(q.times) AS quotes, count(o) AS outlets ORDER BY quotes DESC;

// Whom does one outlet quote that another one never does?
MATCH (o:Outlet)-[:QUOTES]->(a:Actor), (other:Outlet)
WHERE NOT (other)-[:QUOTES]->(a)
RETURN other.name AS outlet, collect(DISTINCT a.name) AS `leaves out` ORDER BY outlet;

// Who was quoted on the strike, and since when?
MATCH (o:Outlet)-[q:QUOTES]->(a:Actor) WHERE 'strike' IN q.topics
RETURN a.name AS who, min(q.first) AS since, collect(o.name) AS outlets ORDER BY since;

// Through whom do outlets hang together?
CALL graph.betweenness({types: 'QUOTES'}) YIELD node, score
WHERE node:Actor
RETURN node.name AS who, score ORDER BY score DESC;
