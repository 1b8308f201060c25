// Label expressions, patterns with quantifiers, GQL's path searches.
#include <fmt/format.h>

#include "grammar/foreign/place.hpp"
#include "grammar/text/keywords.hpp"

namespace hearsay::grammar::foreign {
namespace {

// {1,3}  {2}  +  *  at token `number`, as what stands behind the star of a relationship: *1..3, *2, *, *0..
struct Quantifier {
    std::string range;
    int last = 0;  // its last token
};

std::optional<Quantifier> quantifier(const Place& place, int number) {
    if (place[number] == "+") return Quantifier{"*", number};
    if (place[number] == "*") return Quantifier{"*0..", number};
    if (place[number] != "{") return std::nullopt;
    const auto close = place.closing(number);
    if (!close) return std::nullopt;
    // The scanner takes 1 and 3 for words, and `,` stands alone.
    const std::string inside(place.from_to(number + 1, *close - 1));
    const std::size_t comma = inside.find(',');
    if (inside.empty() || inside.find_first_not_of("0123456789, ") != std::string::npos) return std::nullopt;
    const auto digits = [](std::string_view text) {
        std::string kept;
        for (const char c : text)
            if (c != ' ') kept += c;
        return kept;
    };
    if (comma == std::string::npos) return Quantifier{"*" + digits(inside), *close};
    std::string least = digits(inside.substr(0, comma)), most = digits(inside.substr(comma + 1));
    if (least.empty()) least = "0";
    return Quantifier{"*" + least + ".." + most, *close};
}

// -[r:R {k: 1}]-> from `first` to `last` with the range put in: -[r:R*1..3 {k: 1}]->
std::string with_range(const Place& place, int first, int last, const std::string& range) {
    std::string text;
    bool put = false;
    for (int i = first; i <= last; ++i)
        if (place[i] == "*") put = true;  // it says how often already
    for (int i = first; i <= last; ++i) {
        const bool bracket = place[i] == "[";
        if (!put && (place[i] == "]" || place[i] == "{")) {
            if (place[i] == "{") text.erase(text.find_last_not_of(' ') + 1);
            text += range + (place[i] == "{" ? " " : "");
            put = true;
        }
        // --> has no brackets yet.
        if (!put && place[i] == "-" && place[i + 1] == "-") {
            text += "-[" + range + "]";
            put = true;
            continue;
        }
        if (i > first && !place.touches(i) && !bracket && place[i] != "{") text += ' ';
        text += place[i];
    }
    return text;
}

// The first token of the relationship that ends at `last`: -[...]->, -->, <--
std::optional<int> relationship_begin(const Place& place, int last) {
    int i = last;
    if (place[i] == ">") --i;
    if (place[i] != "-") return std::nullopt;
    --i;
    if (place[i] == "]") {
        const auto open = place.opening(i);
        if (!open) return std::nullopt;
        i = *open - 1;
    }
    if (place[i] != "-") return std::nullopt;
    return place[i - 1] == "<" ? i - 1 : i;
}

// -[:R]->+(b)
std::optional<Found> find_quantified_relationship(const Place& place) {
    // `+` and `*` end a relationship, unless it goes on: the place is at them or right behind.
    for (const int number : {0, -1}) {
        const auto quantity = quantifier(place, number);
        if (!quantity) continue;
        const auto begin = relationship_begin(place, number - 1);
        if (!begin || *begin >= number - 1) continue;
        return Found{place.span(number, quantity->last),
                     "how often a relationship comes stands in its brackets, behind `*`",
                     fmt::format("`{}`", with_range(place, *begin, number - 1, quantity->range))};
    }
    return std::nullopt;
}

// The one relationship in ((a)-[:R]->(b)){1,3}: its first and last token.
std::optional<std::pair<int, int>> only_relationship(const Place& place, int open, int close) {
    std::optional<int> first, last;
    for (int i = open + 1; i < close; ++i) {
        if (place.is(i, "WHERE")) return std::nullopt;
        if (place[i] != "(") continue;
        const auto end = place.closing(i);
        if (!end) return std::nullopt;
        if (first && last) return std::nullopt;  // a third node
        (first ? last : first) = first ? i - 1 : *end + 1;
        i = *end;
    }
    if (!first || !last) return std::nullopt;
    return std::pair(*first, *last);
}

// ((a)-[:R]->(b)){1,3}, (x) ((a)-->(b))+ (y)
std::optional<Found> find_quantified_path(const Place& place) {
    // The place is at the quantifier, or at the bracket behind the node before.
    std::optional<int> open, close;
    if (place[-1] == ")" && quantifier(place, 0)) {
        close = -1;
        open = place.opening(-1);
    } else if (place[0] == "(" && place[-1] == ")") {
        open = 0;
        close = place.closing(0);
    } else if (place[-1] == "(" && place[0] == "(" && place[-2] == ")") {
        open = -1;
        close = place.closing(-1);
    }
    if (!open || !close || place[*open + 1] != "(") return std::nullopt;
    const auto quantity = quantifier(place, *close + 1);
    if (!quantity) return std::nullopt;
    Found found{place.span(*open, quantity->last), "a piece of a path cannot be repeated as a whole", ""};
    const auto relationship = only_relationship(place, *open, *close);
    if (!relationship) {
        found.suggestion =
            "a single relationship can: `(a)-[*1..3]->(b)`; of the path `MATCH p = (a)-[*1..3]->(b) WHERE "
            "all(n IN nodes(p) WHERE n.id > 0) RETURN p` asks more";
        return found;
    }
    const std::string edge = with_range(place, relationship->first, relationship->second, quantity->range);
    // The nodes at its ends: those outside the brackets, if there are any.
    const auto node = [&](int first, int last) { return std::string(place.from_to(first, last)); };
    std::string left = node(*open + 1, relationship->first - 1),
                right = node(relationship->second + 1, *close - 1);
    if (place[*open - 1] == ")")
        if (const auto begin = place.opening(*open - 1)) left = node(*begin, *open - 1);
    if (place[quantity->last + 1] == "(")
        if (const auto end = place.closing(quantity->last + 1)) right = node(quantity->last + 1, *end);
    found.suggestion = fmt::format("a single relationship can: `{}{}{}`", left, edge, right);
    return found;
}

// SHORTEST 1 (a)-->(b), ANY SHORTEST, ALL SHORTEST, SHORTEST 2 GROUPS
std::optional<Found> find_shortest(const Place& place) {
    for (int first = 1; first >= -2; --first) {
        if (!place.is(first, "SHORTEST")) continue;
        const bool all = place.is(first - 1, "ALL") || place.is(first + 1, "GROUP") ||
                         place.is(first + 2, "GROUPS") || place.is(first + 2, "GROUP");
        const int begin = place.is(first - 1, "ALL") || place.is(first - 1, "ANY") ? first - 1 : first;
        const char* instead = all ? "allShortestPaths" : "shortestPath";
        return Found{place.span(begin, first), "there is no `SHORTEST`",
                     fmt::format("`MATCH p = {}((a)-[*]->(b)) RETURN p` looks for {}", instead,
                                 all ? "all of the shortest ways" : "one shortest way")};
    }
    if (place.is(0, "ANY") && (place[-1] == "=" || place.is(-1, "MATCH")))
        return Found{place.span(0, 0), "there is no `ANY` for paths",
                     "`MATCH p = shortestPath((a)-[*]->(b)) RETURN p` looks for one way"};
    return std::nullopt;
}

// Whether a label is written at the place's left, :A or :A:B; the token of what has it, and of the first
// label.
struct Labelled {
    std::string variable;  // empty: a node without one
    std::string label;     // the last
    int first = 0;         // the token of the variable or of the colon
    bool in_relationship = false, in_node = false;
};

// Whether a bracket begins a node, and not the arguments of a function.
bool opens_node(const Place& place, int bracket) {
    return place[bracket] == "(" && (!place.is_word(bracket - 1) || is_keyword(place[bracket - 1]));
}

std::optional<Labelled> labelled_before(const Place& place, int colon) {
    if (place[colon] != ":") return std::nullopt;
    Labelled found;
    int before = colon - 1;
    while (place.is_word(before) && place[before - 1] == ":") before -= 2;  // :A:B
    if (place.is_word(before)) {
        found.variable = place[before];
        found.first = before;
        --before;
    } else {
        found.first = before + 1;
    }
    found.in_relationship = place[before] == "[" && place[before - 1] == "-";
    found.in_node = opens_node(place, before);
    return found;
}

// n:A|B, n:A&B, n:!A, n:(A|B), n:%, in nodes, relationships and expressions
std::optional<Found> find_label_expression(const Place& place) {
    const std::string_view sign = place[0];
    int colon = 0;
    if ((sign == "!" || sign == "%" || sign == "(") && place[-1] == ":")
        colon = -1;
    else if ((sign == "|" || sign == "&") && place.is_word(-1) && place[-2] == ":")
        colon = -2;
    else
        return std::nullopt;
    const auto before = labelled_before(place, colon);
    if (!before) return std::nullopt;
    const std::string variable = before->variable.empty() ? "n" : before->variable;
    Found found{place.span(0, 0), "", ""};
    if (before->in_relationship) {
        found.message = "types of relationships are joined with `|` alone";
        if (sign == "&") found.suggestion = "a relationship has one type: name it alone";
        const std::string name = before->variable.empty() ? "r" : before->variable;
        if (sign == "!")
            found.suggestion =
                fmt::format("`MATCH ()-[{0}]->() WHERE type({0}) <> '{1}' RETURN {0}`", name, place[1]);
        if (sign == "%")
            found.suggestion = fmt::format("without a type it is any: `-[{}]->`", before->variable);
        if (sign == "(") found.suggestion = "leave the brackets out: `-[:A|B]->`";
        return found;
    }
    if (sign == "%") {
        found.message = "a label cannot be left open by `%`";
        found.suggestion = before->in_node ? fmt::format("leave it out: `({})`", before->variable)
                                           : fmt::format("`size(labels({})) > 0`", variable);
        return found;
    }
    std::string condition;
    if (sign == "&") {
        found.message = "labels that a node must all have follow one another";
        found.suggestion =
            fmt::format("`{}:{}:{}`", before->variable, place[-1], place.is_word(1) ? place[1] : "Label");
        if (place[1] == "!")
            condition = fmt::format("{0}:{1} AND NOT {0}:{2}", variable, place[-1], place[2]);
        else if (before->in_node)
            found.suggestion = fmt::format("`({}:{}:{})`", before->variable, place[-1],
                                           place.is_word(1) ? place[1] : "Label");
    } else if (sign == "!") {
        found.message = "a label cannot be denied within a pattern by `!`";
        condition = fmt::format("NOT {}:{}", variable, place.is_word(1) ? place[1] : "Label");
    } else {
        found.message = "labels cannot be given as a choice";
        const auto bracket = place.enclosing(0);
        if (bracket && (place.is(*bracket - 1, "CREATE") || place.is(*bracket - 1, "MERGE"))) {
            found.message = "a node that is made has all of its labels";
            found.suggestion = fmt::format("`({}:{}:{})`", before->variable,
                                           sign == "|" ? place[-1] : place[1], place[sign == "|" ? 1 : 3]);
            return found;
        }
        if (sign == "|") {
            condition = fmt::format("{}:{}", variable, place[-1]);
            int i = 0;
            while (place[i] == "|") {
                if (place[i + 1] == ":") ++i;  // :A|:B
                const bool denied = place[i + 1] == "!";
                if (denied) ++i;
                if (!place.is_word(i + 1)) break;
                condition += fmt::format(" OR {}{}:{}", denied ? "NOT " : "", variable, place[i + 1]);
                i += 2;
            }
        } else {  // (A|B)
            const auto close = place.closing(0);
            for (int i = 1; close && i < *close; ++i) {
                if (place.is_word(i)) condition += fmt::format("{}:{}", variable, place[i]);
                if (place[i] == "|") condition += " OR ";
                if (place[i] == "&") condition += " AND ";
                if (place[i] == "!") condition += "NOT ";
            }
        }
    }
    if (condition.empty()) return found;
    if (!before->in_node) {
        found.message = sign == "!" ? "a label cannot be denied by `!`" : found.message;
        const bool choice = condition.find(" OR ") != std::string::npos;
        found.suggestion = choice ? fmt::format("`({})`", condition) : fmt::format("`{}`", condition);
    } else {
        // What else the node has stays: {name: 'x'}
        std::string properties;
        for (int i = 0; i < 40 && place[i] != ")" && !place[i].empty(); ++i) {
            if (place[i] == "(") i = place.closing(i).value_or(i);
            if (place[i] != "{") continue;
            if (const auto close = place.closing(i)) properties = " " + std::string(place.from_to(i, *close));
            break;
        }
        found.suggestion = fmt::format("ask behind the pattern: `MATCH ({0}{2}) WHERE {1}`", variable,
                                       condition, properties.size() <= 60 ? properties : "");
    }
    return found;
}

// n IS LABELED A, (n IS A)
std::optional<Found> find_labeled(const Place& place) {
    if (place.is(0, "LABELED") || place.is(0, "LABELLED")) {
        const bool denied = place.is(-1, "NOT");
        const int is = denied ? -2 : -1;
        if (!place.is(is, "IS")) return std::nullopt;
        return Found{
            place.span(is, 0), "there is no `IS LABELED`",
            fmt::format("`{}{}:{}`", denied ? "NOT " : "", place.is_word(is - 1) ? place[is - 1] : "n",
                        place.is_word(1) ? place[1] : "Label")};
    }
    if (place.is(0, "IS") && place.is_word(1) && place[2] == ")" &&
        (place[-1] == "(" || (place.is_word(-1) && place[-2] == "(")) && !place.is(1, "NULL"))
        return Found{place.span(0, 0), "a label stands behind `:`",
                     fmt::format("`({}:{})`", place[-1] == "(" ? std::string_view() : place[-1], place[1])};
    return std::nullopt;
}

}  // namespace

std::optional<Found> find_pattern(const Place& place) {
    for (auto* find : {find_quantified_path, find_quantified_relationship, find_shortest,
                       find_label_expression, find_labeled})
        if (auto found = find(place)) return found;
    // (a)->(b), (a)-(b), (a)<-(b)
    if (place[-1] == "-" && (place[0] == ">" || place[0] == "(") && (place[-2] == ")" || place[-2] == "<")) {
        const bool left = place[-2] == "<", right = place[0] == ">";
        return Found{place.span(left ? -2 : -1, right ? 0 : -1), "a relationship has two dashes",
                     fmt::format("`{}--{}`", left ? "<" : "", right ? ">" : "")};
    }
    // MATCH n RETURN n, CREATE n:Label
    if ((place.is(-2, "MATCH") || place.is(-2, "CREATE") || place.is(-2, "MERGE")) && place.is_word(-1) &&
        place[0] != "=") {
        std::string labels;
        for (int i = 0; place[i] == ":" && place.is_word(i + 1); i += 2)
            labels += fmt::format(":{}", place[i + 1]);
        return Found{place.span(-1, -1), "a node stands in parentheses",
                     fmt::format("`({}{})`", place[-1], labels)};
    }
    // MATCH (n WHERE n.x > 1)
    if (place.is(0, "WHERE")) {
        const auto open = place.enclosing(0);
        const bool node = open && opens_node(place, *open);
        const bool relationship = open && place[*open] == "[" && place[*open - 1] == "-";
        if (!node && !relationship) return std::nullopt;
        const auto close = place.closing(*open);
        const bool alone = node && close && place.is(*close + 1, "RETURN");
        return Found{
            place.span(0, 0), "a condition stands behind the pattern",
            alone ? fmt::format("`MATCH {}) {}`", place.from_to(*open, -1), place.from_to(0, *close - 1))
                  : "`MATCH (n)-[r]->(m) WHERE n.id > 0 RETURN r`"};
    }
    return std::nullopt;
}

}  // namespace hearsay::grammar::foreign
