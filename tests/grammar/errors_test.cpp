// What a reader is told about a text that is not a statement.
#include <catch2/catch.hpp>

#include "engine/claims/short_forms.hpp"
#include "grammar/parse.hpp"

using namespace hearsay::grammar;

namespace {

struct BadText {
    const char* text;
    std::size_t begin, end;
    const char* message;
    const char* suggestion = "";
    const char* detail = "UnexpectedSyntax";
};

const BadText bad_texts[] = {
    // the whole
    {"", 0, 0, "expected a clause such as MATCH, or a question such as WHO CLAIMS, but the query ends here"},
    {"MACTH (n) RETURN n", 0, 5,
     "expected a clause such as MATCH, or a question such as WHO CLAIMS, not `MACTH`",
     "did you mean `MATCH`?"},
    {"RETURN 1; RETURN 2", 10, 16, "expected the end of the query after `;`, not `RETURN`"},
    {"RETURN n LIMT 3", 9, 13,
     "expected AS, `,`, ORDER, SKIP, LIMIT or a clause such as MATCH or RETURN, not `LIMT`",
     "did you mean `LIMIT`?"},
    {"RETURN DISTNCT n", 15, 16,
     "expected AS, `,`, ORDER, SKIP, LIMIT or a clause such as MATCH or RETURN, not `n`",
     "did you mean `DISTINCT` in place of `DISTNCT`?"},
    // patterns
    {"MATCH (n:) RETURN n", 9, 10, "expected a label after `:`, not `)`"},
    {"MATCH (n)-[:]->() RETURN n", 12, 13, "expected a relationship type after `:`, not `]`"},
    {"MATCH (n RETURN n", 9, 15, "expected properties in braces or `)` after `n`, not `RETURN`",
     "the `(` of line 1, column 7 is not closed"},
    {"MATCH (n)-->m RETURN n", 12, 13, "expected a node such as `(n:Label)` after `>`, not `m`"},
    {"MATCH (end) RETURN 1", 7, 10, "expected a variable, properties in braces or `)`, not `end`",
     "end is a word of the language; in back-quotes it is a name: `end`"},
    // expressions
    {"RETURN 1 +", 10, 10, "expected an expression after `+`, but the query ends here"},
    {"RETURN [1, 2", 12, 12, "expected an operator, `,` or `]`, but the query ends here",
     "the `[` of line 1, column 8 is not closed"},
    {"RETURN {a: 1, b 2}", 16, 17, "expected `:` after `b`, not `2`"},
    {"RETURN 1 == 2", 9, 11, "equality is written `=`", "write `1 = 2`"},
    {"RETURN (a)-->(b)", 7, 16, "a pattern can stand only where a truth value is asked, as in WHERE",
     "`COUNT { (a)-->(b) }` counts its matches, `[(a)-->(b) | 1]` makes a list of them"},
    {"RETURN CASE WHEN a THEN 1", 25, 25, "expected an operator, WHEN, ELSE or END, but the query ends here"},
    // literals
    {"RETURN 12ab", 7, 11, "`12ab` is not a number",
     "a name cannot begin with a digit, unless in back-quotes", "InvalidNumberLiteral"},
    {"RETURN 0x", 9, 9, "expected a hexadecimal digit after `0x`, but the query ends here", "",
     "InvalidNumberLiteral"},
    {"RETURN 017", 7, 10, "`017` begins with 0", "octal is written 0o17, decimal without zeros in front",
     "InvalidNumberLiteral"},
    {"RETURN 9223372036854775808", 7, 26,
     "this integer is too large: integers have 64 bits, from -9223372036854775808 to 9223372036854775807", "",
     "IntegerOverflow"},
    {"RETURN 1e999", 7, 12, "this number is too large: floating-point numbers go up to 1.8e308", "",
     "FloatingPointOverflow"},
    {"RETURN '\\q'", 9, 10,
     "expected one of the escapes \\\\ \\' \\\" \\b \\f \\n \\r \\t \\uXXXX \\UXXXXXXXX",
     "a backslash itself is written twice: `'\\\\q'`"},
    {"RETURN '\\u12'", 10, 12, "expected four hexadecimal digits", "", "InvalidUnicodeLiteral"},
    {"RETURN '\\ud800'", 8, 14, "there is no such Unicode character", "this is one half of a surrogate pair",
     "InvalidUnicodeLiteral"},
    {"RETURN 'abc", 7, 8, "this string is not closed: expected ' before the end"},
    {"RETURN `abc", 7, 8, "this name in back-quotes is not closed: expected ` before the end"},
    {"RETURN 1 /* abc", 9, 11, "this comment is not closed: expected */ before the end"},
    {"RETURN 2 \xE2\x80\x94 1", 9, 12, "the character `\xE2\x80\x94` (U+2014) means nothing here",
     "a minus sign is written `-`", "InvalidUnicodeCharacter"},
    {"RETURN 'a\xFF'", 9, 10, "this byte is not UTF-8"},
    // clauses
    {"MATCH (a)", 0, 9, "a query cannot end with MATCH", "RETURN says what the answer is",
     "InvalidClauseComposition"},
    {"RETURN 1 MATCH (a)", 9, 18, "RETURN ends a query, but MATCH follows it",
     "WITH hands rows on to the next clause", "InvalidClauseComposition"},
    {"CREATE (a) MATCH (b) RETURN b", 11, 20, "WITH is needed between CREATE and MATCH",
     "`WITH *` hands everything on", "InvalidClauseComposition"},
    {"FOREACH (x IN [1] | RETURN 1)", 20, 28, "FOREACH can hold only clauses that change the graph",
     "UNWIND makes rows of a list", "InvalidClauseComposition"},
    {"MATCH (n) SET n.a[0] = 1", 14, 20, "only a property can be set or removed", "name it: `n.key`"},
    // short forms
    {"WHO CLAIM 'x'", 4, 9, "expected CLAIMS or DENIES after `WHO`, not `CLAIM`", "did you mean `CLAIMS`?"},
    {"WHO CLAIMS x", 11, 12,
     "expected words in quotes or a parameter such as `$words` after `CLAIMS`, not `x`",
     "did you mean `'x'`?"},
    {"TRACE 'x'", 6, 9,
     "expected the number of a statement or a parameter such as `$id` after `TRACE`, not `'x'`"},
    // commands about indexes
    {"CREATE INDEX a FOR n ON (n.x)", 19, 20, "expected the nodes, such as `(n:Label)` after `FOR`, not `n`"},
    {"CREATE INDEX a FOR (n:L) ON (n.x, n.y)", 32, 33, "an index is of one property",
     "make one of each: `CREATE INDEX FOR (n:L) ON (n.x)`, `CREATE INDEX FOR (n:L) ON (n.y)`"},
    {"CREATE INDEX a FOR (n:L) ON (m.x)", 29, 30, "variable `m` is not defined",
     "an index is of one property of the nodes with one label: `FOR (n:Label) ON (n.key)`",
     "UndefinedVariable"},
    {"DROP INDEX", 10, 10, "expected the name of an index after `INDEX`, but the query ends here"},
    {"SHOW INDICES", 5, 12, "expected RANGE, TEXT, ALL, INDEXES or INDEX, not `INDICES`",
     "did you mean `INDEXES`?"},
    {"PATH FROM 'a' 'b'", 14, 17, "expected TO after `'a'`, not `'b'`"},
};

}  // namespace

TEST_CASE("errors say what was expected, and where", "[grammar]") {
    for (const BadText& c : bad_texts) {
        INFO(c.text);
        const auto statement = parse(c.text, hearsay::engine::claims::patterns());
        REQUIRE_FALSE(statement);
        const Diagnostic& error = statement.error();
        CHECK(error.message == c.message);
        CHECK(error.suggestion == c.suggestion);
        CHECK(error.detail == c.detail);
        CHECK(error.type == "SyntaxError");
        CHECK(error.span.begin == c.begin);
        CHECK(error.span.end == c.end);
    }
}
