// What people bring from Neo4j's Cypher, GQL and SQL is answered by what works here. That the advice does
// work is tested where queries run: tests/engine/query/advice_test.cpp.
#include <catch2/catch.hpp>

#include "engine/claims/short_forms.hpp"
#include "grammar/parse.hpp"

using namespace hearsay::grammar;

TEST_CASE("no text is too strange or too long for the look at other languages", "[grammar]") {
    for (const char* words : {"CREATE FULLTEXT INDEX ",
                              "MATCH (n:A|",
                              "MATCH ((a)-[",
                              "RETURN 1 ||",
                              "RETURN x IS ::",
                              "LET x =",
                              "FOR x IN [",
                              "CALL (n) {",
                              "SELECT a FROM",
                              "RETURN n NOT LIKE '",
                              "MATCH (a)-[:R]->{1,",
                              "SHOW ",
                              "CREATE CONSTRAINT",
                              "RETURN x LIKE ''",
                              "RETURN x LIKE '%'",
                              "MATCH (n:(",
                              "FILTER",
                              "IN (1,",
                              ":",
                              "= =",
                              "-- ",
                              "{'':",
                              "MATCH (n) WHERE",
                              "USING PERIODIC COMMIT"}) {
        INFO(words);
        for (const char* before : {"", "MATCH (n) ", "RETURN (", "RETURN [1, {a: ", "CREATE INDEX "}) {
            for (const char* behind :
                 {"", ")", "]", "}", " (", "'", " RETURN", ";", "+", "|||", "{,}", ":::"}) {
                const std::string text = std::string(before) + words + behind;
                INFO(text);
                const auto statement = parse(text, hearsay::engine::claims::patterns());
                if (statement) continue;
                CHECK(statement.error().span.begin <= text.size());
                CHECK(statement.error().span.begin <= statement.error().span.end);
                CHECK(statement.error().span.end <= text.size());
                CHECK_FALSE(statement.error().message.empty());
            }
        }
        std::string long_text(words);
        for (int i = 0; i < 2'000; ++i) long_text += " (a |";
        CHECK_FALSE(parse(long_text));
    }
}
