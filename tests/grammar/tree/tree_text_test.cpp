#include <catch2/catch.hpp>

#include "grammar/parse.hpp"
#include "grammar/tree/tree_text.hpp"

using namespace hearsay;

namespace {

std::string again(const std::string& text) {
    const auto statement = grammar::parse("RETURN " + text);
    INFO(text);
    REQUIRE(statement);
    const auto& query = std::get<grammar::Query>(statement->body);
    const auto& result = std::get<grammar::Return>(query.parts[0].clauses[0].node);
    return engine::to_text(result.projection.items[0].expression);
}

}  // namespace

TEST_CASE("a tree is written as the text that it was read from") {
    for (const char* text : {"1 + 2 * 3",
                             "(1 + 2) * 3",
                             "1 - (2 - 3)",
                             "NOT (a OR b) AND c",
                             "a < b <= c",
                             "-x.y",
                             "-1 ^ 2",
                             "a.b[0].c[1..]",
                             "x IN [1, 2.0, 'it\\'s'] AND y STARTS WITH $p",
                             "{a: 1, `b c`: null}",
                             "CASE x WHEN 1 THEN 'a' ELSE 'b' END",
                             "[x IN list WHERE x > 1 | x * 2]",
                             "[(a)-[r:T|U*1..2 {k: 1}]->(:L) WHERE r IS NULL | a.b]",
                             "all(x IN list WHERE x IS NOT NULL)",
                             "reduce(s = 0, x IN list | s + x)",
                             "count(DISTINCT a)",
                             "count(*)",
                             "EXISTS { (a)<--(b) WHERE a.x = b.x }",
                             "EXISTS { MATCH (a)--(b) RETURN b }",
                             "COUNT { (a)<--(b), (c) WHERE a.x = b.x }",
                             "COLLECT { MATCH (a)--(b) RETURN b.name }",
                             "n {.*, .`a b`, .c, d: n.e + 1, f: f}",
                             "n {}",
                             "a:A:B"}) {
        CHECK(again(text) == text);
    }
}

TEST_CASE("what is written again is written the same") {
    for (const char* text : {"( a )", "a<>b AND(c)", "[ 1,2 ]", "1e3", "0x10", "- 1"}) {
        const std::string once = again(text);
        CHECK(again(once) == once);
    }
}
