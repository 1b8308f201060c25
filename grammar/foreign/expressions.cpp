// Operators and tests of other languages.
#include <fmt/format.h>

#include "grammar/foreign/place.hpp"

namespace hearsay::grammar::foreign {
namespace {

// Two signs of which the grammar may have taken the first: the number of the first one.
std::optional<int> two_signs(const Place& place, std::string_view first, std::string_view second) {
    for (const int number : {0, -1})
        if (place[number] == first && place[number + 1] == second && place.touches(number + 1)) return number;
    return std::nullopt;
}

std::optional<Found> find_operator(const Place& place) {
    struct Foreign {
        std::string_view first, second;
        const char *message, *ours;
    };
    static constexpr Foreign operators[] = {
        {"=", "=", "equality is written `=`", "="},
        {"!", "=", "inequality is written `<>`", "<>"},
    };
    for (const Foreign& foreign : operators) {
        const auto number = two_signs(place, foreign.first, foreign.second);
        if (!number) continue;
        return Found{
            place.span(*number, *number + 1), foreign.message,
            fmt::format("`{} {} {}`", place.left_of(*number), foreign.ours, place.right_of(*number + 1))};
    }
    if (const auto number = two_signs(place, "&", "&"))
        return Found{place.span(*number, *number + 1), "there is no `&&`", "write `AND`"};
    if (const auto number = two_signs(place, "|", "|")) {
        // a = 1 || b = 2 is no joining of 1 and b.
        const std::string_view before = place[*number - 2];
        if (before == "=" || before == "<" || before == ">" || place[*number + 3] == "=")
            return Found{place.span(*number, *number + 1), "there is no `||`", "write `OR`"};
        const bool texts = place.is_string(*number - 1) || place.is_string(*number + 2);
        return Found{
            place.span(*number, *number + 1), "there is no operator `||`",
            fmt::format("texts and lists are joined by `+`, as in `{} + {}`{}", place.left_of(*number),
                        place.right_of(*number + 1), texts ? "" : "; truth values by `OR`")};
    }
    if (place[0] == "?" && place[1] == "?")
        return Found{place.span(0, 1), "there is no `??`",
                     fmt::format("`coalesce({}, {})`", place.left_of(0), place.right_of(1))};
    if (place[0] == "?" || (place.is(0, "IF") && !place.begins(0) && !place.is(-1, "INDEX")))
        return Found{place.span(0, 0), "a choice is made by `CASE`", "`CASE WHEN true THEN 1 ELSE 2 END`"};
    if (place[0] == "!" && place[1] != "=" && place[-1] != ":")
        return Found{place.span(0, 0), "this is written `NOT`", fmt::format("`NOT {}`", place.right_of(0))};
    if (place[0] == "~" || (place[0] == "=" && place[-1] == "~"))
        return Found{place.span(0, 0), "a regular expression stands behind `=~`",
                     fmt::format("`{} =~ {}`", place.left_of(0), place.right_of(0))};
    return std::nullopt;
}

// n.x IS :: STRING, IS TYPED STRING, IS NOT TYPED ...
std::optional<Found> find_type_test(const Place& place) {
    int type = 0, first = -1;
    if (place.is(0, "TYPED")) {
        type = 1;
    } else if (place[0] == ":" && place[1] == ":") {
        type = 2;
    } else if (place[0] == ":" && place[-1] == ":" && place.touches(0)) {  // n.x :: STRING
        type = 1;
        first = -2;
    } else {
        return std::nullopt;
    }
    const bool denied = place.is(first, "NOT");
    if (denied) --first;
    if (!place.is(first, "IS")) {
        if (place.is(0, "TYPED")) return std::nullopt;
        ++first;
    }
    const std::string value = place.left_of(first);
    // These give null, and no error, for what is of another kind. A text is told from the number that it says
    // by not being equal to it, 1 from 1.0 by how they are written.
    std::string test = "toStringOrNull({0}) = {0}";
    if (place.is(type, "INTEGER") || place.is(type, "INT"))
        test = "toIntegerOrNull({0}) = {0} AND toStringOrNull({0}) = toStringOrNull(toIntegerOrNull({0}))";
    else if (place.is(type, "FLOAT"))
        test =
            "toFloatOrNull({0}) = {0} AND toStringOrNull({0}) <> "
            "coalesce(toStringOrNull(toIntegerOrNull({0})), '')";
    else if (place.is(type, "BOOLEAN") || place.is(type, "BOOL"))
        test = "toBooleanOrNull({0}) = {0}";
    else if (!place.is(type, "STRING") && !place.is(type, "VARCHAR"))
        return Found{place.span(first, type), "there is no test of a value's type",
                     fmt::format("whether it is a text tells `toStringOrNull({0}) = {0}`", value)};
    test = fmt::format(fmt::runtime(test), value);
    return Found{place.span(first, type), "there is no test of a value's type",
                 denied ? fmt::format("`NOT coalesce({}, false)`", test) : fmt::format("`{}`", test)};
}

// n.x NOT IN [...], NOT CONTAINS, NOT STARTS WITH
std::optional<Found> find_late_not(const Place& place) {
    if (place.is(0, "ISNULL") || place.is(0, "NOTNULL"))
        return Found{place.span(0, 0), fmt::format("there is no `{}`", place[0]),
                     fmt::format("`{} IS {}NULL`", place.left_of(0), place.is(0, "ISNULL") ? "" : "NOT ")};
    if (!place.is(0, "NOT")) return std::nullopt;
    const std::string left = place.left_of(0);
    for (const char* predicate : {"IN", "CONTAINS", "STARTS WITH", "ENDS WITH"}) {
        if (!place.are(1, predicate)) continue;
        const int last = predicate[0] == 'S' || predicate[0] == 'E' ? 2 : 1;
        return Found{place.span(0, last), "`NOT` stands before the whole test",
                     fmt::format("`NOT {} {} {}`", left, predicate, place.right_of(last))};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Found> find_expression(const Place& place) {
    for (auto* find : {find_operator, find_type_test, find_late_not})
        if (auto found = find(place)) return found;
    return std::nullopt;
}

}  // namespace hearsay::grammar::foreign
