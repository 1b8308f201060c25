// What SQL has people write.
#include <fmt/format.h>

#include "grammar/foreign/place.hpp"

namespace hearsay::grammar::foreign {
namespace {

// name LIKE 'A%', NOT LIKE, ILIKE
std::optional<Found> find_like(const Place& place) {
    const bool denied = place.is(0, "NOT") && (place.is(1, "LIKE") || place.is(1, "ILIKE"));
    const int like = denied ? 1 : 0;
    if (!place.is(like, "LIKE") && !place.is(like, "ILIKE")) return std::nullopt;
    const bool folded = place.is(like, "ILIKE");
    std::string left = place.left_of(0);
    if (folded) left = "toLower(" + left + ")";
    std::string test = left + " CONTAINS 'word'";
    if (place.is_string(like + 1)) {
        std::string words(place[like + 1].substr(1, place[like + 1].size() - 2));
        const char quote = place[like + 1].front();
        const bool open = words.starts_with("%"), behind = words.size() > 1 && words.ends_with("%");
        if (open) words.erase(0, 1);
        if (behind) words.pop_back();
        if (folded)
            for (char& c : words)
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
        if (words.find_first_of("%_") != std::string::npos) {
            std::string pattern = open ? ".*" : "";
            for (const char c : words) pattern += c == '%' ? ".*" : c == '_' ? "." : std::string(1, c);
            if (behind) pattern += ".*";
            test = fmt::format("{} =~ {}{}{}", left, quote, pattern, quote);
        } else {
            const char* sign = open && behind ? "CONTAINS"
                               : open         ? "ENDS WITH"
                               : behind       ? "STARTS WITH"
                                              : "=";
            test = fmt::format("{} {} {}{}{}", left, sign, quote, words, quote);
        }
    }
    return Found{place.span(0, like), fmt::format("there is no `{}`", place[like]),
                 fmt::format("`{}{}`", denied ? "NOT " : "", test)};
}

// SELECT n.name FROM Actor n WHERE ...
std::optional<Found> find_select(const Place& place) {
    if (!place.is(0, "SELECT")) return std::nullopt;
    const auto from = place.find(1, "FROM");
    std::string label = "Label", variable = "n", items = "n";
    if (from && place.is_word(*from + 1)) {
        label = place[*from + 1];
        const int behind = *from + (place.is(*from + 2, "AS") ? 3 : 2);
        if (place.is_word(behind) && !place.is(behind, "WHERE") && !place.is(behind, "ORDER") &&
            !place.is(behind, "LIMIT") && !place.is(behind, "GROUP") && !place.is(behind, "JOIN"))
            variable = place[behind];
        const std::string written(place.from_to(1, *from - 1));
        if (written.size() <= 60 && written.find(variable + ".") != std::string::npos)
            items = written;
        else if (place.is_word(1) && *from == 2)
            items = variable + "." + written;
    }
    return Found{place.span(0, 0), "there is no `SELECT`: `MATCH` finds, `RETURN` says what is shown",
                 fmt::format("`MATCH ({}:{}) RETURN {}`", variable, label, items == "*" ? variable : items)};
}

std::optional<Found> find_table_change(const Place& place) {
    const auto name = [&](int number) {
        return place.is_word(number) ? std::string(place[number]) : std::string("Label");
    };
    if (place.are(0, "INSERT INTO"))
        return Found{place.span(0, 1), "there is no `INSERT INTO`",
                     fmt::format("`CREATE (:{} {{name: 'text'}})` makes a node", name(2))};
    if (place.is(0, "UPDATE") && place.is(2, "SET"))
        return Found{place.span(0, 0), "there is no `UPDATE`",
                     fmt::format("`MATCH (n:{} {{id: 1}}) SET n.name = 'text'` changes nodes", name(1))};
    if (place.is(-1, "DELETE") && place.is(0, "FROM"))
        return Found{place.span(-1, 0), "there is no `DELETE FROM`",
                     fmt::format("`MATCH (n:{} {{id: 1}}) DETACH DELETE n` deletes nodes", name(1))};
    if ((place.is(0, "FROM") || place.is(-1, "FROM")) && place.is(place.is(0, "FROM") ? -1 : -2, "DELETE")) {
        const int from = place.is(0, "FROM") ? 0 : -1;
        return Found{place.span(from - 1, from), "there is no `DELETE FROM`",
                     fmt::format("`MATCH (n:{} {{id: 1}}) DETACH DELETE n` deletes nodes", name(from + 1))};
    }
    if (place.are(0, "CREATE TABLE") || place.are(-1, "CREATE TABLE") || place.are(-2, "CREATE TABLE"))
        return Found{place.span(place.is(0, "CREATE")    ? 0
                                : place.is(-1, "CREATE") ? -1
                                                         : -2,
                                place.is(0, "TABLE")    ? 0
                                : place.is(-1, "TABLE") ? -1
                                                        : 1),
                     "there are no tables, and nothing is declared",
                     "a label comes with its first node: `CREATE (:Label {id: 1})`"};
    return std::nullopt;
}

}  // namespace

std::optional<Found> find_sql(const Place& place) {
    for (auto* find : {find_like, find_select, find_table_change})
        if (auto found = find(place)) return found;
    if (place.are(0, "GROUP BY"))
        return Found{place.span(0, 1),
                     "there is no `GROUP BY`: what stands beside an aggregate makes the groups",
                     "leave it out: `MATCH (n) RETURN labels(n), count(*)` counts by labels"};
    if (place.is(0, "HAVING"))
        return Found{
            place.span(0, 0), "there is no `HAVING`",
            "aggregate in a `WITH` before: `MATCH (n)--(m) WITH n, count(m) AS c WHERE c > 1 RETURN n, c`"};
    if (place.is(0, "JOIN") ||
        ((place.is(0, "INNER") || place.is(0, "LEFT") || place.is(0, "OUTER")) && place.is(1, "JOIN")))
        return Found{place.span(0, place.is(0, "JOIN") ? 0 : 1),
                     "there is no `JOIN`: a pattern says what hangs together",
                     "`MATCH (a)-[r]->(b) RETURN a, b`"};
    // LIMIT 1, 2
    if (place[0] == "," && place.is(-2, "LIMIT") && place.is_word(-1) && place.is_word(1))
        return Found{place.span(-2, 1), "`LIMIT` takes one number",
                     fmt::format("`SKIP {} LIMIT {}`", place[-1], place[1])};
    if (place.is(0, "OFFSET"))
        return Found{place.span(0, 0), "there is no `OFFSET`",
                     fmt::format("`SKIP {}` passes over rows, and stands before `LIMIT`",
                                 place.is_word(1) ? place[1] : std::string_view("2"))};
    if ((place.is(-2, "RETURN") && place.is(-1, "TOP") && place.is_word(0)) || place.are(0, "FETCH FIRST")) {
        const int word = place.is(0, "FETCH") ? 0 : -1;
        return Found{place.span(word, word), fmt::format("there is no `{}`", place[word]),
                     "`LIMIT 5` at the end cuts the answer"};
    }
    if (place.is(0, "BETWEEN"))
        return Found{place.span(0, 0), "there is no `BETWEEN`",
                     place.is(2, "AND")
                         ? fmt::format("`{} <= {} <= {}`", place[1], place.left_of(0), place[3])
                         : "`1 <= n.id <= 2`"};
    // x IN (1, 2)
    if (place[0] == ",") {
        const auto open = place.enclosing(0);
        if (open && place[*open] == "(" && place.is(*open - 1, "IN")) {
            const auto close = place.closing(*open);
            const std::string items(close ? place.from_to(*open + 1, *close - 1) : "1, 2");
            return Found{
                place.span(*open, *open), "a list stands in square brackets",
                fmt::format("`{} IN [{}]`", place.left_of(*open - 1), items.size() < 60 ? items : "1, 2")};
        }
    }
    if (place.is(0, "NULLS"))
        return Found{place.span(0, 1),
                     "where nulls come is not chosen: behind all others, and with DESC before them",
                     "`MATCH (n) RETURN n.name ORDER BY n.name IS NULL, n.name DESC` has them at the end"};
    // AS 'name'
    if (place.is_string(0) && place.is(-1, "AS")) {
        const std::string name(place[0].substr(1, place[0].size() - 2));
        return Found{place.span(0, 0), "a name stands in back-quotes, not in quotes",
                     fmt::format("AS `{}`", name)};
    }
    // -- a comment, of which the first word was taken for a number's name
    for (const int dash : {-1, -2})
        if (place[dash] == "-" && place[dash - 1] == "-" && place.touches(dash) && !place.touches(dash + 1) &&
            place.is_word(dash + 1))
            return Found{place.span(dash - 1, dash), "a comment begins with `//`",
                         "`RETURN 1 // up to the end of the line`"};
    // {'a': 1}, {a = 1}
    if (place.is_string(0) && place[1] == ":" && (place[-1] == "{" || place[-1] == ",")) {
        const std::string key(place[0].substr(1, place[0].size() - 2));
        return Found{place.span(0, 0), "a key stands without quotes", fmt::format("`{{{}: 1}}`", key)};
    }
    if (place[0] == "=" && place.is_word(-1) && (place[-2] == "{" || place[-2] == ",")) {
        const auto open = place.enclosing(0);
        if (open && place[*open] == "{")
            return Found{place.span(0, 0), "a key and its value are parted by `:`",
                         fmt::format("`{{{}: {}}}`", place[-1], place.right_of(0))};
    }
    if (place.is(0, "WHERE") && !place.enclosing(0))
        return Found{place.span(0, 0), "a condition stands behind `MATCH` or `WITH`",
                     "`MATCH (n)-->(m) WITH n, count(m) AS c WHERE c > 1 RETURN n, c`"};
    return std::nullopt;
}

}  // namespace hearsay::grammar::foreign
