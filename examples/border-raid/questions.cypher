// A dozen questions to five reports about raids across a border.
// Run it:  build/release/repl/hearsay run build/border-raid.hearsay examples/border-raid/questions.cypher

// Show each question before its answer.
:echo on

// 1. Who gives the number 234, and where?
WHO CLAIMS '234';

// 2. And who else counts the dead?
WHO CLAIMS 'killed';

// 3. Who says that they hold the village? Its name has two spellings.
WHO CLAIMS 'control of Tyotkino';

// 4. What does the governor say to that?
MATCH (governor:Actor)-[says:CLAIMS|DENIES]->(statement:Statement)
WHERE named(governor, 'Starovoit')
RETURN type(says) AS stance, statement.text AS statement, says.cue AS cue;

// 5. Who denies anything, and in whose report?
MATCH (party)-[denial:DENIES]->(statement:Statement), (article:Article {id: denial.article})
RETURN party.name AS party, statement.text AS denies, article.outlet AS outlet
ORDER BY party, denies;

// 6. Who denies meddling in the election?
WHO DENIES 'meddling in the election';

// 7. What does one man say, however he is spelled, in all reports?
WHAT DOES 'Andrii Yusov' CLAIM;

// 8. What is contested about the Kursk region?
CONTESTED ABOUT 'Kursk';

// 9. One group's statements in order of time.
TIMELINE OF 'Freedom of Russia Legion';

// 10. Which losses of vehicles are claimed, by whom, and who carries it?
MATCH (party)-[claim:CLAIMS]->(statement:Statement), (article:Article {id: claim.article})
WHERE about(statement, 'tanks')
RETURN article.outlet AS outlet, party.name AS party, statement.text AS statement
ORDER BY outlet, party, statement;

// 11. Who is heard in most reports?
MATCH (party)-[says:CLAIMS|DENIES]->(:Statement)
WITH party.name AS party, count(DISTINCT says.article) AS reports, count(*) AS statements
WHERE reports > 1
RETURN party, reports, statements
ORDER BY reports DESC, statements DESC, party;

// 12. How do the security service and Joe Biden hang together?
PATH FROM 'Foreign Intelligence Service' TO 'Joe Biden';
