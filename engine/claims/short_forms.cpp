// To add a short form: a row of the table below, and new words in grammar/text/keywords.hpp.
//
// Functions that belong to Hearsay: about(statement, words) asks whether a statement is about the words,
// named(party, name) whether a party goes by a name; both pass over case, accents, endings and spellings.
#include "engine/claims/short_forms.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/tree/tree_text.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine::claims {

using grammar::Expression;
using grammar::ShortForm;
using grammar::ShortFormPart;

namespace {

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

constexpr std::string_view trace_pattern = "TRACE #statement";

constexpr std::array table = {
    ShortFormEntry{"WHO CLAIMS $words", who_claims, "WHO CLAIMS 'control of the bridge'",
                   "who puts it forward as true, in which article"},
    ShortFormEntry{"WHO DENIES $words", who_denies, "WHO DENIES 'shelling the harbour'",
                   "who says it is not so"},
    ShortFormEntry{"WHAT DOES $name CLAIM ABOUT $words", what_does_claim_about,
                   "WHAT DOES 'Mara Voss' CLAIM ABOUT 'the harbour'",
                   "what somebody claims, or denies (DENY); ABOUT may be left out"},
    ShortFormEntry{"WHAT DOES $name CLAIM", what_does_claim},
    ShortFormEntry{"WHAT DOES $name DENY ABOUT $words", what_does_deny_about},
    ShortFormEntry{"WHAT DOES $name DENY", what_does_deny},
    ShortFormEntry{"CONTESTED ABOUT $words", contested_about, "CONTESTED ABOUT 'the harbour'",
                   "what one side claims and another denies"},
    ShortFormEntry{"TIMELINE OF $name", timeline_of, "TIMELINE OF 'Harbour Union'",
                   "what a party said, by date"},
    ShortFormEntry{"PATH FROM $from TO $to", path_from_to, "PATH FROM 'Mara Voss' TO 'Harbour Union'",
                   "how two parties hang together"},
    ShortFormEntry{trace_pattern, trace_statement, "TRACE 42",
                   "the sentence behind a statement, with source, cue and content marked"},
};

// What was asked, with the names of the slots.
std::vector<std::pair<std::string_view, const Expression*>> slots(const ShortForm& form) {
    std::vector<std::pair<std::string_view, const Expression*>> found;
    for (std::string_view left = form.pattern; !left.empty();) {
        const ShortFormPart part = grammar::take_part(left);
        if (part.is_slot()) found.emplace_back(part.text, &form.given[found.size()]);
    }
    return found;
}

}  // namespace

std::string ShortFormEntry::beginning() const {
    std::string words;
    for (std::string_view left = pattern; !left.empty();) {
        const ShortFormPart part = grammar::take_part(left);
        if (part.is_slot()) break;
        words.append(words.empty() ? "" : " ").append(part.text);
    }
    return words;
}

std::span<const ShortFormEntry> short_forms() {
    return table;
}

grammar::ShortForms patterns() {
    static constexpr std::array all = [] {
        std::array<std::string_view, table.size()> made;
        for (std::size_t i = 0; i < table.size(); ++i) made[i] = table[i].pattern;
        return made;
    }();
    return all;
}

std::string cypher_of(const ShortForm& form) {
    const auto entry = std::find_if(table.begin(), table.end(),
                                    [&](const ShortFormEntry& each) { return each.pattern == form.pattern; });
    HEARSAY_ASSERT(entry != table.end());
    const auto given = slots(form);
    // In one pass over the definition, so that what is put in is never looked at again.
    std::string text;
    std::string_view left = entry->definition;
    while (!left.empty()) {
        const auto slot = std::find_if(given.begin(), given.end(), [&](const auto& each) {
            return left.front() == '$' && left.substr(1).starts_with(each.first);
        });
        if (slot == given.end()) {
            text += left.front();
            left.remove_prefix(1);
        } else {
            text += to_text(*slot->second);
            left.remove_prefix(1 + slot->first.size());
        }
    }
    return text;
}

std::vector<Expression> asked_parties(const ShortForm& form) {
    std::vector<Expression> names;
    for (const auto& [slot, value] : slots(form))
        if (slot == "name" || slot == "from" || slot == "to") names.push_back(*value);
    return names;
}

const Expression* traced(const ShortForm& form) {
    return form.pattern == trace_pattern ? &form.given.front() : nullptr;
}

}  // namespace hearsay::engine::claims
