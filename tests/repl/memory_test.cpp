// What the program does where a statement would take more memory or time than it may.
#include <catch2/catch.hpp>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;

namespace {

// CREATE (n) SET n:L0, n:L1, ... where they stand alone, else CREATE (n) SET n:L0:L1...
std::string sets_labels(int labels, bool alone) {
    std::string statement = "CREATE (n) SET n:L0";
    for (int i = 1; i < labels; ++i) statement += (alone ? ", n:L" : ":L") + std::to_string(i);
    return statement;
}

}  // namespace

TEST_CASE("thousands of labels one by one end at the limits, and leave the graph as it was") {
    WorkFolder folder;
    write("labels.cypher", "CREATE (:Kept);\n" + sets_labels(20'000, true) + ";\n");

    const Ran memory = run_program({"run", "g.hearsay", "labels.cypher", "--max-memory", "10M"});
    CHECK(memory.status == 1);
    CHECK_THAT(memory.err, Contains("the statement needs more than 10 MiB of memory"));
    CHECK(run_program(
              {"query", "g.hearsay", "MATCH (n) RETURN labels(n) AS l, count(*) AS c", "--format", "csv"})
              .out == "l,c\r\n\"[\"\"Kept\"\"]\",1\r\n");

    const Ran time = run_program({"run", "g.hearsay", "labels.cypher", "--timeout", "1ms"});
    CHECK(time.status == 1);
    CHECK_THAT(time.err, Contains("the statement takes more than 1 ms"));
}

TEST_CASE("thousands of labels at once take no more than their length") {
    WorkFolder folder;
    write("labels.cypher", sets_labels(20'000, false) + ";\n");
    const Ran ran = run_program({"run", "g.hearsay", "labels.cypher", "--max-memory", "100M"});
    CHECK(ran.err.empty());
    CHECK(run_program(
              {"query", "g.hearsay", "MATCH (n:L0:L19999) RETURN size(labels(n)) AS n", "--format", "csv"})
              .out == "n\r\n20000\r\n");
}
