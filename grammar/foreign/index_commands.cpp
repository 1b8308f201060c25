// Constraints, and indexes of other kinds or in other spellings.
#include <fmt/format.h>

#include "grammar/foreign/place.hpp"

namespace hearsay::grammar::foreign {
namespace {

// The nodes and the property that a command names, in any of its spellings: (n:Label) ... n.key, ON
// :Label(key).
struct Indexed {
    std::string variable = "n", label = "Label", key = "key";
    bool relationships = false;
};

Indexed indexed_by(const Place& place, int first) {
    Indexed found;
    for (int i = first; i < first + 60 && !place[i].empty(); ++i) {
        if (place[i] == "(" && place.is_word(i + 1) && place[i + 2] == ":" && place.is_word(i + 3)) {
            found.variable = place[i + 1];
            found.label = place[i + 3];
        }
        if (place[i] == "[" && place[i - 1] == "-" && place.is_word(i + 1)) {
            found.relationships = true;
            found.variable = place[i + 1];
        }
        if (place.is(i, "ON") && place[i + 1] == ":" && place.is_word(i + 2)) {
            found.label = place[i + 2];
            if (place[i + 3] == "(" && place.is_word(i + 4)) found.key = place[i + 4];
            break;
        }
        if (place.is_word(i) && place.is(i, found.variable) && place[i + 1] == "." && place.is_word(i + 2)) {
            found.key = place[i + 2];
            break;
        }
    }
    return found;
}

std::string create_index(const char* kind, const Indexed& of) {
    return fmt::format("`CREATE {}INDEX FOR ({}:{}) ON ({}.{})`", kind, of.variable, of.label, of.variable,
                       of.key);
}

// The number of the first token of the command around the place, if it begins with CREATE.
std::optional<int> command_begin(const Place& place) {
    for (int i = 0; i > -60; --i)
        if (place.begins(i)) return place.is(i, "CREATE") ? std::optional(i) : std::nullopt;
    return std::nullopt;
}

constexpr const char* nodes_alone =
    "relationships have no indexes here, and need none: they are found from the nodes at their ends";

}  // namespace

std::optional<Found> find_index_command(const Place& place) {
    for (int first = 0; first >= -2; --first) {
        if (place.are(first, "CREATE CONSTRAINT")) {
            const Indexed of = indexed_by(place, first);
            return Found{
                place.span(first, first + 1), "there are no constraints, so none can be made",
                fmt::format("`MERGE ({}:{} {{{}: 1}})` makes a node only where there is none like it",
                            of.variable, of.label, of.key)};
        }
        if (place.are(first, "DROP CONSTRAINT"))
            return Found{place.span(first, first + 1), "there are no constraints, so none can be dropped",
                         "`SHOW INDEXES` lists all that can be declared"};
        if (place.are(first, "DROP INDEX ON"))
            return Found{place.span(first + 2, first + 2), "an index is dropped by its name",
                         "`SHOW INDEXES` lists the names, `DROP INDEX name IF EXISTS` drops one"};
    }
    if (place.are(-2, "CREATE INDEX") && !place.begins(-2) && !place.begins(-3))  // but EXPLAIN
        return Found{place.span(-2, -1), "`CREATE INDEX` is a statement of its own",
                     "end the one before it with `;`"};
    const auto begin = command_begin(place);
    if (!begin) return std::nullopt;
    const int create = *begin;
    if (place.are(create, "CREATE OR REPLACE"))
        return Found{place.span(create + 1, create + 2), "there is no `OR REPLACE`",
                     fmt::format("drop what is there before: `DROP INDEX name IF EXISTS`")};
    const bool plain = place.is(create + 1, "INDEX");
    const bool of_kind = place.is(create + 2, "INDEX");
    if (!plain && !of_kind) return std::nullopt;
    const Indexed of = indexed_by(place, create);
    const Span words = place.span(create, create + (plain ? 1 : 2));
    if (of_kind && place.is(create + 1, "FULLTEXT"))
        return Found{words, "there are no `FULLTEXT` indexes; a text index finds what a text contains",
                     of.relationships ? nodes_alone
                                      : create_index("TEXT ", of) +
                                            " is for `CONTAINS` and the like, of one label and "
                                            "one property; `about(n, 'words')` finds words in "
                                            "any of their forms"};
    if (of_kind && place.is(create + 1, "LOOKUP"))
        return Found{
            words,
            "there are no `LOOKUP` indexes: nodes are always found by their labels, and relationships by "
            "their types",
            "leave it out"};
    if (of_kind && place.is(create + 1, "VECTOR"))
        return Found{words, "there are no `VECTOR` indexes: nothing is found by likeness of vectors",
                     "`about(n, 'words')` finds texts by their words"};
    if (of_kind && (place.is(create + 1, "POINT") || place.is(create + 1, "BTREE") ||
                    place.is(create + 1, "HASH") || place.is(create + 1, "UNIQUE")))
        return Found{words, fmt::format("there are no `{}` indexes", place[create + 1]),
                     of.relationships ? nodes_alone : create_index("", of) + " finds values and ranges"};
    if (of.relationships) {
        const auto edge = place.find(create, "[");
        return Found{edge ? place.span(*edge, place.closing(*edge).value_or(*edge)) : words,
                     "an index is of nodes", nodes_alone};
    }
    if (place[0] == "|" && place[-2] == ":") {
        std::string both = create_index("", of);
        for (int i = 0; place[i] == "|" && place.is_word(i + 1); i += 2)
            both += ", " + create_index("", {of.variable, std::string(place[i + 1]), of.key, false});
        return Found{place.span(0, 0), "an index is of the nodes with one label",
                     "make one of each: " + both};
    }
    if (place[0] == ")" && place.is_word(-1) && place[-2] == "(" && !place.is(-1, of.key))
        return Found{place.span(-1, -1), "an index is of the nodes with one label", create_index("", of)};
    if (plain && place.is(0, "ON") && place[1] == ":")
        return Found{place.span(0, 1), "the nodes of an index stand in brackets, behind `FOR`",
                     create_index("", of)};
    if (place.are(0, "ON EACH") || place.is(0, "EACH"))
        return Found{place.span(place.is(0, "EACH") ? 0 : 1, place.is(0, "EACH") ? 0 : 1),
                     "an index is of one property",
                     create_index(place.is(create + 1, "TEXT") ? "TEXT " : "", of)};
    if (place[0] == "," && place[-2] == ".") {
        const std::string second = place.is_word(3) ? std::string(place[3]) : "other";
        return Found{place.span(0, 0), "an index is of one property",
                     fmt::format("make one of each: {}, {}", create_index("", of),
                                 create_index("", {of.variable, of.label, second, false}))};
    }
    if (place.is(0, "OPTIONS"))
        return Found{place.span(0, 0), "an index has no options",
                     "leave them out: " + create_index(place.is(create + 1, "TEXT") ? "TEXT " : "", of)};
    return std::nullopt;
}

}  // namespace hearsay::grammar::foreign
