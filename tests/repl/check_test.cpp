// `hearsay check`.
#include <catch2/catch.hpp>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;

TEST_CASE("a whole graph is said to be whole, and of a damaged one what can be read is rescued") {
    WorkFolder folder;
    REQUIRE(run_program(
                {"query", "g", "UNWIND range(1, 200) AS i CREATE (:A {n: i})-[:K]->(:B {text: 'a text'})"})
                .status == 0);
    const Ran whole = run_program({"check", "g"});
    CHECK(whole.status == 0);
    CHECK(whole.out == "g: 400 nodes, 200 relationships: the file is whole\n");
    CHECK(whole.err == "");
    CHECK(run_program({"check", "g", "--rescue", "copy"}).status == 0);
    CHECK(run_program({"query", "copy", "MATCH (a)-->(b) RETURN count(*) AS n", "-f", "jsonl"}).out ==
          "{\"n\": 200}\n");

    std::string bytes = read("g");
    bytes[bytes.find("a text")] = 'A';  // in the last 16 nodes
    write("g", bytes);
    const Ran damaged = run_program({"check", "g"});
    CHECK(damaged.status == 1);
    CHECK_THAT(damaged.out, Contains("g: 384 nodes, 192 relationships"));
    CHECK_THAT(damaged.out, Contains(" can be read, without 16 nodes and 8 relationships that are lost"));
    CHECK_THAT(damaged.out, Contains("`hearsay check g --rescue NEW`"));
    CHECK_THAT(damaged.err, Contains("cannot be read: their bytes are damaged"));
    CHECK(run_program({"query", "g", "RETURN 1"}).status == 1);

    const Ran kept = run_program({"check", "g", "--rescue", "copy"});
    CHECK(kept.status == 1);
    CHECK_THAT(kept.err, Contains("copy: is there already"));
    const Ran rescued = run_program({"check", "g", "--rescue", "saved"});
    CHECK(rescued.status == 1);
    CHECK_THAT(rescued.out, Contains("saved: 384 nodes, "));
    CHECK(read("g") == bytes);
    CHECK(run_program({"check", "saved"}).status == 0);
    CHECK(run_program({"query", "saved", "MATCH (n) RETURN count(*) AS n", "-f", "jsonl"}).out ==
          "{\"n\": 384}\n");
}

TEST_CASE("what is no graph is said to be none") {
    WorkFolder folder;
    const Ran none = run_program({"check", "gg"});
    CHECK(none.status == 1);
    CHECK_THAT(none.err, Contains("gg: there is no such graph"));
    write("empty", "");
    for (const char* command : {"check", "export"}) {
        const Ran empty = std::string(command) == "check"
                              ? run_program({"check", "empty"})
                              : run_program({"export", "empty", "-f", "csv", "-o", "out"});
        CHECK(empty.status == 1);
        CHECK_THAT(empty.err, Contains("empty: is an empty file, and no graph yet"));
    }
    const Ran asked = run_program({"query", "empty", "MATCH (n) RETURN n"});
    CHECK(asked.status == 1);
    CHECK_THAT(
        asked.err,
        Contains("empty: is an empty file, and no graph yet; `hearsay load empty PATH...` makes it one"));
    CHECK(run_program({"query", "empty", "CREATE (:A)"}).status == 0);
    CHECK(run_program({"check", "empty"}).out == "empty: 1 node, 0 relationships: the file is whole\n");
}

TEST_CASE("statements that do not lead back to their sentence are warned of") {
    WorkFolder folder;
    make_graph("g");
    const Ran whole = run_program({"check", "g"});
    CHECK(whole.status == 0);
    CHECK(whole.err == "");
    CHECK_THAT(whole.out, Contains("among them 1 article and 2 statements: the file is whole"));
    const auto broken = [&](const std::string& change, const std::string& what) {
        write("changed", read("g"));
        REQUIRE(run_program({"query", "changed", change}).status == 0);
        const Ran ran = run_program({"check", "changed"});
        INFO(change);
        CHECK(ran.status == 0);
        CHECK_THAT(ran.err, Contains(what));
        CHECK_THAT(ran.out, Contains("not lead back to the sentence"));
    };
    const std::string one = "MATCH (s:Statement) WITH s ORDER BY s.id LIMIT 1 ";
    broken(one + "SET s.text = 'something else'", "`text` is not what its place cuts out of the article");
    broken(one + "SET s.end = 100000", "`begin` to `end` is not in its article's text");
    broken(one + "SET s.begin = 'three'", "`begin` to `end` is no place in a text");
    broken(one + "SET s.article = 'another'", "its article is not in the graph");
    broken(one + "SET s.spans = [3, 2]", "`spans` is no list of places in its article's text");
    broken(one + "MATCH (:Article)-[e:ATTRIBUTES]->(s) DELETE e",
           "no ATTRIBUTES from its article leads to it");
    broken(one + "MATCH ()-[e:CLAIMS|DENIES]->(s) SET e.cue = 'sang'",
           "`cue` is not what its place cuts out");
    broken(one + "MATCH ()-[e:CLAIMS|DENIES]->(s) SET e.source_begin = e.source_begin + 1",
           "`source_text` is not what its place cuts out");
    // Ones of a person's own have no place.
    write("changed", read("g"));
    REQUIRE(
        run_program({"query", "changed", "CREATE (:Actor {name: 'X'})-[:CLAIMS]->(:Statement {text: 'so'})"})
            .status == 0);
    CHECK(run_program({"check", "changed"}).err == "");
}
