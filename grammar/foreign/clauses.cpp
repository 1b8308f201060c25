// Clauses of Neo4j's Cypher and of GQL.
#include <fmt/format.h>

#include <algorithm>

#include "grammar/foreign/place.hpp"

namespace hearsay::grammar::foreign {
namespace {

// A clause by its first words, and what to write instead.
struct Clause {
    std::string_view words;
    const char* message;
    const char* suggestion;
};

const Clause clauses[] = {
    {"LOAD CSV", "`LOAD CSV` is not a clause here: CSV files are imported by the program",
     "hearsay import GRAPH --nodes Label=FILE.csv, which `hearsay import --help` explains; a list of maps "
     "makes nodes "
     "too: `UNWIND [{id: 1}] AS row CREATE (n:Label) SET n = row`"},
    {"USING PERIODIC COMMIT", "there is no `USING PERIODIC COMMIT`: each statement is one transaction",
     "leave it out; large CSV files are imported by hearsay import GRAPH --nodes Label=FILE.csv"},
    {"USE", "there is no `USE`: a session works on the graph that the program was started with",
     "leave it out; another graph is opened by hearsay GRAPH"},
    {"NEXT", "there is no `NEXT`", "`WITH` hands rows on to the next clause: `WITH 1 AS x RETURN x + 1`"},
    {"FINISH", "there is no `FINISH`", "a query that changes the graph ends without a word: leave it out"},
    {"BEGIN", "there is no `BEGIN`: each statement is a transaction, in the file when its answer is shown",
     "leave it out"},
    {"COMMIT", "there is no `COMMIT`: each statement is in the file when its answer is shown",
     "leave it out"},
    {"ROLLBACK", "there is no `ROLLBACK`: a statement that fails changes nothing", "leave it out"},
    {"NODETACH DELETE", "there is no `NODETACH`", "`DELETE` alone does the same"},
    {"CREATE DATABASE", "there are no databases: a graph is a file",
     "hearsay GRAPH opens one, and the first change makes it: `CREATE (:Label {id: 1})`"},
    {"CREATE USER", "there are no users: whoever may write the file may change the graph", ""},
    {"GRANT", "there are no rights: whoever may write the file may change the graph", ""},
    {"DROP DATABASE", "there are no databases: a graph is a file", ""},
};

const char* shown_instead(const Place& place, int number) {
    if (place.is(number, "LABELS")) return "`CALL db.labels()` lists them";
    if (place.is(number, "RELATIONSHIP") || place.is(number, "TYPES"))
        return "`CALL db.relationshipTypes()` lists them";
    if (place.is(number, "PROPERTY") || place.is(number, "KEYS"))
        return "`CALL db.propertyKeys()` lists them";
    if (place.is(number, "FUNCTIONS") || place.is(number, "FUNCTION") || place.is(number, "PROCEDURES") ||
        place.is(number, "PROCEDURE"))
        return ":help at the prompt lists functions and procedures, and FUNCTIONS.md has them all";
    if (place.is(number, "CONSTRAINTS") || place.is(number, "CONSTRAINT"))
        return "there are no constraints; `SHOW INDEXES` lists all that can be declared";
    for (const char* other :
         {"DATABASES", "DATABASE", "TABLES", "USERS", "TRANSACTIONS", "SETTINGS", "SERVERS"})
        if (place.is(number, other))
            return "`SHOW INDEXES` is all there is; :schema at the prompt shows what the graph holds";
    return nullptr;
}

// CALL { ... }, CALL (n) { ... }, with IN TRANSACTIONS or without.
std::optional<Found> find_call_subquery(const Place& place) {
    const int call = place.is(0, "CALL") ? 0 : -1;  // behind OPTIONAL it is the mistake itself
    int brace = call + 1;
    if (!place.is(call, "CALL")) return std::nullopt;
    if (place[brace] == "(") {
        const auto close = place.closing(brace);
        if (!close) return std::nullopt;
        brace = *close + 1;
    }
    if (place[brace] != "{") return std::nullopt;
    const auto close = place.closing(brace);
    Found found{place.span(call, brace), "there are no `CALL { }` subqueries", ""};
    if (close && place.is(*close + 1, "IN") && place.find(*close + 1, "TRANSACTIONS")) {
        found.message = "there is no `CALL { } IN TRANSACTIONS`: each statement is one transaction";
        found.suggestion =
            "write what is in the braces as clauses of the query: `UNWIND range(1, 3) AS x CREATE (:Label "
            "{id: x})`";
        return found;
    }
    found.suggestion =
        "write its clauses behind `WITH`: `MATCH (n) WITH n MATCH (n)-->(m) RETURN n, count(m)`; a value "
        "comes from "
        "`COUNT { (n)-->() }`, `EXISTS { (n)-->() }` or `COLLECT { MATCH (n)-->(m) RETURN m }`";
    return found;
}

}  // namespace

std::optional<Found> find_clause(const Place& place) {
    if (auto found = find_call_subquery(place)) return found;
    for (const Clause& clause : clauses) {
        const int words = static_cast<int>(std::count(clause.words.begin(), clause.words.end(), ' ')) + 1;
        for (int first = 0; first >= (words == 1 ? 0 : -words); --first) {
            if (!place.are(first, clause.words)) continue;
            return Found{place.span(first, first + words - 1), clause.message, clause.suggestion};
        }
    }
    if (place.is(-1, "SHOW")) {
        if (const char* instead = shown_instead(place, 0))
            return Found{place.span(-1, 0), fmt::format("`SHOW` lists indexes, not {}", place[0]), instead};
        if (place.is_word(0) && place.is(1, "CONSTRAINTS"))
            return Found{place.span(-1, 1), "`SHOW` lists indexes, not constraints", shown_instead(place, 1)};
    }
    // LET x = 1
    if (place.is(0, "LET") && place.is_word(1) && place[2] == "=") {
        const auto end = place.find(3, "RETURN");
        const std::string value(place.from_to(3, end ? *end - 1 : 3));
        const std::string name(place[1]);
        const bool alone = value.find(',') == std::string::npos && value.size() < 60 && end && *end < 24;
        const std::string carried = place.begins(0) ? "" : "*, ";
        return Found{place.span(0, 0), "there is no `LET`",
                     alone ? fmt::format("`WITH {}{} AS {}` names a value", carried, value, name)
                           : fmt::format("`WITH {}... AS {}` names a value", carried, name)};
    }
    // FILTER n.x > 1, FILTER WHERE n.x > 1
    if (place.is(0, "FILTER") && place[1] != "(") {
        const int condition = place.is(1, "WHERE") ? 2 : 1;
        const auto end = place.find(condition, "RETURN");
        const std::string text(place.from_to(condition, end ? *end - 1 : condition));
        return Found{place.span(0, condition - 1), "there is no `FILTER`",
                     end && text.size() < 60
                         ? fmt::format("a condition stands behind `WITH *`: `WITH * WHERE {}`", text)
                         : "a condition stands behind `WITH *`: `WITH * WHERE true`"};
    }
    // FOR x IN [1, 2]
    if (place.is(0, "FOR") && place.is_word(1) && place.is(2, "IN")) {
        std::optional<int> last;
        if (place[3] == "[" || place[3] == "(") last = place.closing(3);
        if (place.is_word(3) || place[3] == "$") {
            last = place[3] == "$" ? 4 : 3;
            while (place[*last + 1] == "." && place.is_word(*last + 2)) *last += 2;
            if (place[*last + 1] == "(") last = place.closing(*last + 1);
        }
        const std::string list = last ? std::string(place.from_to(3, *last)) : "list";
        return Found{place.span(0, 2), "there is no `FOR` clause",
                     fmt::format("`UNWIND {} AS {}` makes a row of each element", list, place[1])};
    }
    // INSERT (:Label), but not INSERT INTO
    if (place.is(0, "INSERT") && place[1] == "(")
        return Found{place.span(0, 0), "there is no `INSERT`",
                     "new nodes and relationships are made by `CREATE`"};
    if (place.is(-1, "FOREACH") && place.is_word(0))
        return Found{place.span(0, 0), "what `FOREACH` does stands in parentheses",
                     "`FOREACH (x IN [1, 2] | CREATE (:Label {id: x}))`"};
    if (place.are(-1, "OPTIONAL CALL"))
        return Found{place.span(-1, 0), "there is no `OPTIONAL CALL`", "write `CALL`"};
    // A command of the prompt within a statement.
    if (place[0] == ":" && place.begins(0) && place.is_word(1))
        return Found{
            place.span(0, 1), fmt::format("`:{}` is a command of the prompt, not a query", place[1]),
            "at the prompt and in scripts (hearsay run) it stands on a line of its own; hearsay query takes "
            "parameters by -p name=value"};
    return std::nullopt;
}

}  // namespace hearsay::grammar::foreign
