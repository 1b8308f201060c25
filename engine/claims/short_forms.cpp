// To add a short form: its rule in grammar/rules/short_forms.hpp, its struct in grammar/tree/tree.hpp, and
// its definition here.
//
// A definition is openCypher text; `$words`, `$name` and the like stand for what is asked. Functions that
// belong to Hearsay: about(statement, words) asks whether a statement is about the words, named(party, name)
// whether a party goes by a name; both pass over case, accents, endings and spellings.
#include "engine/claims/short_forms.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "grammar/tree/tree_text.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

struct Definition {
    std::string_view text;
    std::vector<std::pair<std::string_view, const Expression*>> given;  // "$words" and what it stands for
};

constexpr std::string_view who_claims = R"(MATCH (party)-[says:CLAIMS]->(s:Statement)
WHERE about(s, $words)
OPTIONAL MATCH (a:Article {id: says.article})
RETURN party.name AS who, s.text AS statement, says.cue AS cue, says.source_text AS `said as`,
       a.outlet AS outlet, a.published AS published, coalesce(a.title, a.id) AS article, s.id AS id
ORDER BY published, who, id)";

constexpr std::string_view who_denies = R"(MATCH (party)-[says:DENIES]->(s:Statement)
WHERE about(s, $words)
OPTIONAL MATCH (a:Article {id: says.article})
RETURN party.name AS who, s.text AS statement, says.cue AS cue, says.source_text AS `said as`,
       a.outlet AS outlet, a.published AS published, coalesce(a.title, a.id) AS article, s.id AS id
ORDER BY published, who, id)";

constexpr std::string_view what_does_claim = R"(MATCH (party)-[says:CLAIMS]->(s:Statement)
WHERE named(party, $name)
OPTIONAL MATCH (a:Article {id: says.article})
RETURN party.name AS who, s.text AS statement, says.cue AS cue, a.outlet AS outlet,
       a.published AS published, s.id AS id
ORDER BY published, id)";

constexpr std::string_view what_does_claim_about = R"(MATCH (party)-[says:CLAIMS]->(s:Statement)
WHERE named(party, $name) AND about(s, $words)
OPTIONAL MATCH (a:Article {id: says.article})
RETURN party.name AS who, s.text AS statement, says.cue AS cue, a.outlet AS outlet,
       a.published AS published, s.id AS id
ORDER BY published, id)";

constexpr std::string_view what_does_deny = R"(MATCH (party)-[says:DENIES]->(s:Statement)
WHERE named(party, $name)
OPTIONAL MATCH (a:Article {id: says.article})
RETURN party.name AS who, s.text AS statement, says.cue AS cue, a.outlet AS outlet,
       a.published AS published, s.id AS id
ORDER BY published, id)";

constexpr std::string_view what_does_deny_about = R"(MATCH (party)-[says:DENIES]->(s:Statement)
WHERE named(party, $name) AND about(s, $words)
OPTIONAL MATCH (a:Article {id: says.article})
RETURN party.name AS who, s.text AS statement, says.cue AS cue, a.outlet AS outlet,
       a.published AS published, s.id AS id
ORDER BY published, id)";

// Contested is what some party claims and some party denies: one statement, or two statements about the same
// words, since two articles seldom put it the same way. Where nobody denies, or nobody claims, nothing is
// contested and there are no rows.
constexpr std::string_view contested_about = R"(MATCH (party)-[says:CLAIMS|DENIES]->(s:Statement)
WHERE about(s, $words)
WITH collect({party: party, says: says, statement: s}) AS said
WHERE any(one IN said WHERE type(one.says) = 'CLAIMS')
  AND any(one IN said WHERE type(one.says) = 'DENIES')
UNWIND said AS one
WITH one.party AS party, one.says AS says, one.statement AS s
OPTIONAL MATCH (a:Article {id: says.article})
RETURN CASE type(says) WHEN 'CLAIMS' THEN 'claims' ELSE 'denies' END AS stance, party.name AS who,
       s.text AS statement, a.outlet AS outlet, a.published AS published, s.id AS id
ORDER BY published, id, stance, who)";

constexpr std::string_view timeline_of = R"(MATCH (party)-[says:CLAIMS|DENIES]->(s:Statement)
WHERE named(party, $name)
OPTIONAL MATCH (a:Article {id: says.article})
RETURN a.published AS published, CASE type(says) WHEN 'CLAIMS' THEN 'claims' ELSE 'denies' END AS stance,
       party.name AS who, s.text AS statement, a.outlet AS outlet, s.id AS id
ORDER BY published, outlet, says.begin, id)";

// One row a step of a shortest path.
constexpr std::string_view path_from_to = R"(MATCH (a), (b)
WHERE (a:Actor OR a:Organisation OR a:Place) AND named(a, $from)
  AND (b:Actor OR b:Organisation OR b:Place) AND named(b, $to) AND a <> b
MATCH path = shortestPath((a)-[:CLAIMS|DENIES|ATTRIBUTES|MENTIONS*]-(b))
WITH path ORDER BY length(path) LIMIT 1
UNWIND range(0, length(path) - 1) AS i
WITH i, nodes(path)[i] AS this, relationships(path)[i] AS joins, nodes(path)[i + 1] AS next
RETURN i + 1 AS step, coalesce(this.name, this.title, this.text) AS `from`,
       CASE WHEN startNode(joins) = this
            THEN {CLAIMS: 'claims', DENIES: 'denies', ATTRIBUTES: 'passes on', MENTIONS: 'mentions'}[type(joins)]
            ELSE {CLAIMS: 'is claimed by', DENIES: 'is denied by', ATTRIBUTES: 'is passed on by',
                  MENTIONS: 'is mentioned by'}[type(joins)] END AS how,
       coalesce(next.name, next.title, next.text) AS `to`
ORDER BY step)";

// hearsay.trace reads the sentences out of the articles' texts: see engine/claims/trace.hpp.
constexpr std::string_view trace_statement = R"(CALL hearsay.trace($statement)
YIELD stance, who, source, cue, content, sentence, title, outlet, published, file
RETURN stance, who, source, cue, content, sentence, title AS article, outlet, published, file)";

Definition define(const WhoClaims& form) {
    return {who_claims, {{"$words", &form.words}}};
}
Definition define(const WhoDenies& form) {
    return {who_denies, {{"$words", &form.words}}};
}
Definition define(const WhatDoesClaim& form) {
    if (!form.about) return {form.denies ? what_does_deny : what_does_claim, {{"$name", &form.name}}};
    return {form.denies ? what_does_deny_about : what_does_claim_about,
            {{"$name", &form.name}, {"$words", &*form.about}}};
}
Definition define(const ContestedAbout& form) {
    return {contested_about, {{"$words", &form.words}}};
}
Definition define(const TimelineOf& form) {
    return {timeline_of, {{"$name", &form.name}}};
}
Definition define(const PathFromTo& form) {
    return {path_from_to, {{"$from", &form.from}, {"$to", &form.to}}};
}
Definition define(const Trace& form) {
    return {trace_statement, {{"$statement", &form.statement}}};
}

}  // namespace

std::string cypher_of(const ShortForm& form) {
    const Definition definition = std::visit([](const auto& each) { return define(each); }, form);
    // In one pass over the definition, so that what is put in is never looked at again.
    std::string text;
    std::string_view left = definition.text;
    while (!left.empty()) {
        bool put = false;
        for (const auto& [name, value] : definition.given) {
            if (!left.starts_with(name)) continue;
            text += to_text(*value);
            left.remove_prefix(name.size());
            put = true;
            break;
        }
        if (put) continue;
        text += left.front();
        left.remove_prefix(1);
    }
    return text;
}

}  // namespace hearsay::engine
