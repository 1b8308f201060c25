#include <catch2/catch.hpp>

#include "grammar/parse.hpp"
#include "tree_text.hpp"

using namespace hearsay::grammar;

namespace {

// The expression of RETURN, as text.
std::string tree(const std::string& expression) {
    const auto statement = parse("RETURN " + expression);
    if (!statement) return render(statement.error(), "RETURN " + expression, "query");
    return tree_text(*statement).substr(std::string("return ").size());
}

// In WHERE, where pattern predicates may stand.
std::string predicate(const std::string& expression) {
    const auto statement = parse("MATCH (m) WHERE " + expression + " RETURN m");
    if (!statement) return render(statement.error(), "MATCH (m) WHERE " + expression + " RETURN m", "query");
    const std::string text = tree_text(*statement);
    const std::size_t begin = std::string("match (m) where ").size();
    return text.substr(begin, text.rfind(" | return") - begin);
}

const Expression& returned(const Statement& statement) {
    return std::get<Return>(std::get<Query>(statement.body).parts[0].clauses.back().node)
        .projection.items[0]
        .expression;
}

}  // namespace

TEST_CASE("operators bind as openCypher says", "[grammar]") {
    CHECK(tree("a OR b XOR c AND NOT d") == "(or a (xor b (and c (not d))))");
    CHECK(tree("a AND b OR c") == "(or (and a b) c)");
    CHECK(tree("NOT a = b") == "(not (a = b))");
    CHECK(tree("a + b * c ^ -d") == "(+ a (* b (^ c (- d))))");
    CHECK(tree("a - b - c") == "(- (- a b) c)");
    CHECK(tree("a / b % c * d") == "(* (% (/ a b) c) d)");
    CHECK(tree("2 ^ 3 ^ 2") == "(^ (^ 2 3) 2)");
    CHECK(tree("-2 ^ 2") == "(^ (- 2) 2)");
    CHECK(tree("(a + b) * c") == "(* (+ a b) c)");
    CHECK(tree("a = b + 1 AND c") == "(and (a = (+ b 1)) c)");
    CHECK(tree("a < b <= c <> d") == "(a < b <= c <> d)");
    CHECK(tree("a IN b + c") == "(in a (+ b c))");
    CHECK(tree("a IN b = c") == "((in a b) = c)");
    CHECK(tree("a STARTS WITH b AND a ENDS WITH c OR a CONTAINS d") ==
          "(or (and (starts-with a b) (ends-with a c)) (contains a d))");
    CHECK(tree("a =~ 'x.*' IS NOT NULL") == "(is-not-null (=~ a \"x.*\"))");
    CHECK(tree("NOT NOT a IS NULL") == "(not (not (is-null a)))");
    CHECK(tree("- + -a.b") == "(- (+ (- (.b a))))");
    CHECK(tree("a<-1") == "(a < (- 1))");
    CHECK(tree("-a.b[0]") == "(- (at (.b a) 0))");
    CHECK(tree("a OR b OR c OR d") == "(or (or a b) (or c d))");
}

TEST_CASE("what follows an atom", "[grammar]") {
    CHECK(tree("a.b.c") == "(.c (.b a))");
    CHECK(tree("a . b") == "(.b a)");
    CHECK(tree("a {.b, .*, c: 1 + 2, d}") == "(project a .* b: (.b a) c: (+ 1 2) d: d)");
    CHECK(tree("a { } . b") == "(.b (project a))");
    CHECK(tree("a.end") == "(.end a)");
    CHECK(tree("a[1][b]") == "(at (at a 1) b)");
    CHECK(tree("a[1..2]") == "(slice a from 1 to 2)");
    CHECK(tree("a[..2]") == "(slice a to 2)");
    CHECK(tree("a[1..]") == "(slice a from 1)");
    CHECK(tree("a[..]") == "(slice a)");
    CHECK(tree("a[1.5...5]") == "(slice a from 1.5 to 0.5)");
    CHECK(tree("n:Moth:Order") == "(labels n :Moth:Order)");
    CHECK(tree("{a: 1}.a") == "(.a {a:1})");
}

TEST_CASE("numbers", "[grammar]") {
    CHECK(tree("0") == "0");
    CHECK(tree("9223372036854775807") == "9223372036854775807");
    CHECK(tree("-9223372036854775808") == "-9223372036854775808");
    CHECK(tree("- -9223372036854775808") == "(- -9223372036854775808)");
    CHECK(tree("-0x8000000000000000") == "-9223372036854775808");
    CHECK(tree("0xFf") == "255");
    CHECK(tree("0o17") == "15");
    CHECK(tree(".5") == "0.5");
    CHECK(tree("1.25") == "1.25");
    CHECK(tree("2E3") == "2000.0");
    CHECK(tree("1.5e-1") == "0.15");
    CHECK(tree("1e-999") == "0.0");
}

TEST_CASE("strings, names, parameters", "[grammar]") {
    CHECK(tree(R"('it\'s')") == "\"it's\"");
    CHECK(tree(R"("a\tb\n\\\"")") == "\"a\tb\n\\\"\"");
    CHECK(tree(R"('\u00e9\U0001F98B')") == "\"\xC3\xA9\xF0\x9F\xA6\x8B\"");
    CHECK(tree(R"('\uD83E\uDD8B')") == "\"\xF0\x9F\xA6\x8B\"");
    CHECK(tree("''") == "\"\"");
    CHECK(tree("`a``b c`") == "a`b c");
    CHECK(tree("$name") == "$name");
    CHECK(tree("$0") == "$0");
    CHECK(tree("$`a b`") == "$a b");
    CHECK(tree("größe_1") == "größe_1");
    CHECK(tree("NULL") == "null");
    CHECK(tree("tRuE") == "true");
    CHECK(tree("nullable") == "nullable");
}

TEST_CASE("lists, maps, functions, CASE", "[grammar]") {
    CHECK(tree("[]") == "[]");
    CHECK(tree("[1, 'a', [b]]") == "[1 \"a\" [b]]");
    CHECK(tree("{}") == "{}");
    CHECK(tree("{a: 1, in: {b: 2}}") == "{a:1 in:{b:2}}");
    CHECK(tree("count(*)") == "(count *)");
    CHECK(tree("count(DISTINCT a)") == "(call count distinct a)");
    CHECK(tree("moths.of.day(1, 2)") == "(call moths.of.day 1 2)");
    CHECK(tree("now()") == "(call now)");
    CHECK(tree("CASE a WHEN 1 THEN 'x' ELSE 'y' END") == "(case a (1 => \"x\") else \"y\")");
    CHECK(tree("CASE WHEN a THEN 1 WHEN b THEN 2 END") == "(case (a => 1) (b => 2))");
}

TEST_CASE("comprehensions, quantifiers, reduce", "[grammar]") {
    CHECK(tree("[x IN xs]") == "(each x in xs)");
    CHECK(tree("[x IN xs WHERE x > 1 | x + 1]") == "(each x in xs where (x > 1) give (+ x 1))");
    CHECK(tree("[x IN xs, 2]") == "[(in x xs) 2]");
    CHECK(tree("[x IN [y IN ys, 1] | x]") == "(each x in [(in y ys) 1] give x)");
    CHECK(tree("[p = (a)-->(b) WHERE b.x | p]") == "(each p = (a)-[]->(b) where (.x b) give p)");
    CHECK(tree("[(a)<-[:T]-({k: [1]}) | 1]") == "(each (a)<-[:T]-( {k:[1]}) give 1)");
    CHECK(tree("all(x IN xs WHERE x)") == "(all x in xs where x)");
    CHECK(tree("any(x IN xs WHERE x) AND none(x IN xs WHERE x) AND single(x IN xs WHERE x)") ==
          "(and (and (any x in xs where x) (none x in xs where x)) (single x in xs where x))");
    CHECK(tree("reduce(a = 0, x IN xs | a + x)") == "(reduce a = 0 each x in xs give (+ a x))");
    CHECK(tree("extract(x IN xs | x.y)") == "(each x in xs give (.y x))");
    CHECK(tree("filter(x IN xs WHERE x)") == "(each x in xs where x)");
}

TEST_CASE("patterns in expressions", "[grammar]") {
    CHECK(predicate("(m)-->(b)") == "<(m)-[]->(b)>");
    CHECK(predicate("NOT (m)--() AND m.x") == "(and (not <(m)-[]-()>) (.x m))");
    CHECK(predicate("((m)<-[:T]-(b {k: 1}))") == "<(m)<-[:T]-(b {k:1})>");
    CHECK(predicate("(m) - (b) > 1") == "((- m b) > 1)");
    CHECK(predicate("(m)-[b][0] > 1") == "((- m (at [b] 0)) > 1)");
    CHECK(predicate("exists((m)-->())") == "(call exists <(m)-[]->()>)");
    CHECK(predicate("EXISTS { (m)-->(b) WHERE b.x }") == "(exists (m)-[]->(b) where (.x b))");
    CHECK(predicate("EXISTS { MATCH (m)-->(b) RETURN b }") == "(exists match (m)-[]->(b) | return b)");
    CHECK(tree("COUNT { (m)-->(b) } + 1") == "(+ (count (m)-[]->(b)) 1)");
    CHECK(tree("collect { MATCH (m)-->(b) RETURN b }") == "(collect match (m)-[]->(b) | return b)");
    CHECK(tree("count + collect") == "(+ count collect)");
    CHECK(predicate("length(shortestPath((m)-[*]-(b))) > 2") ==
          "((call length <shortest (m)-[*..]-(b)>) > 2)");
}

TEST_CASE("spans are exact", "[grammar]") {
    const std::string text = "RETURN /* first */ a.b + (c * 2) /* sum */ AS x // end";
    const auto statement = parse(text);
    REQUIRE(statement);
    const auto written = [&](Span span) { return text.substr(span.begin, span.end - span.begin); };
    const Expression& sum = returned(*statement);
    CHECK(written(sum.span) == "a.b + (c * 2)");
    const auto& binary = std::get<Binary>(sum.node);
    CHECK(written(binary.left->span) == "a.b");
    CHECK(written(binary.right->span) == "(c * 2)");
    CHECK(written(std::get<Binary>(binary.right->node).left->span) == "c");
    CHECK(written(std::get<PropertyLookup>(binary.left->node).key.span) == "b");
    CHECK(written(statement->span) == "RETURN /* first */ a.b + (c * 2) /* sum */ AS x");
}
